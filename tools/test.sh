#!/bin/sh
# Sets up, builds with warnings as errors, AddressSanitizer and UndefinedBehaviorSanitizer, and runs every test.
set -eu
cd "$(dirname "$0")/.."
tools/setup.sh
cmake --preset sanitize
cmake --build --preset sanitize -j "$(nproc)"
ctest --preset sanitize -j "$(nproc)"
