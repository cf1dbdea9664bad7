// Reads a GIFT text as JSON from each line, and writes what gift-pegjs makes of it, or why it cannot, as JSON on a line.
"use strict";
const { parse } = require("gift-pegjs");
const lines = require("node:readline").createInterface({ input: process.stdin });
lines.on("line", line => {
  let answer;
  try {
    answer = { questions: parse(JSON.parse(line)) };
  } catch (error) {
    answer = { error: `${error.message} ${JSON.stringify(error.location ?? null)}` };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
