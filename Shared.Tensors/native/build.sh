#!/usr/bin/env bash
# Compiles the native part of Shared.Tensors with CMake.
#
# Usage: build.sh OUTPUT_FOLDER   (LIBTORCH or Torch_DIR choose another libtorch than the system's)
#
# Exit code: 0; 3 when CMake, a C++ compiler or libtorch is missing (standard output names it); else the compiler's.
set -uo pipefail
source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=$1

missing=()
command -v cmake >/dev/null || missing+=(cmake)
command -v g++ >/dev/null || command -v clang++ >/dev/null || command -v "${CXX:-c++}" >/dev/null || missing+=(g++)
if [[ -z ${LIBTORCH:-} && -z ${Torch_DIR:-} && ! -e /usr/include/ATen/ATen.h && ! -e /usr/local/include/ATen/ATen.h ]]; then
  missing+=(libtorch-dev)
fi
if [[ ${#missing[@]} -gt 0 ]]; then
  echo "${missing[*]}"
  exit 3
fi

# One source file: nothing is lost by starting anew, and a changed libtorch leaves nothing stale.
rm -rf "$output/cmake"
mkdir -p "$output"
cmake -S "$source_folder" -B "$output/cmake" -DCMAKE_BUILD_TYPE=Release &&
  cmake --build "$output/cmake" &&
  cp -f "$output/cmake/libsharedtensors.so" "$output/libsharedtensors.so.new" &&
  mv -f "$output/libsharedtensors.so.new" "$output/libsharedtensors.so"
