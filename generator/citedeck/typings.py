"""What `typing` has since Python 3.11; the package that has it for any Python takes long to load."""

import sys

if sys.version_info >= (3, 11):
    from typing import assert_never, dataclass_transform
else:
    from typing_extensions import assert_never, dataclass_transform

__all__ = ["assert_never", "dataclass_transform"]
