"""What the frozen executables start."""

import sys

from workspace.__main__ import main

sys.exit(main())
