# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Language level, warnings and hardening, once for every target: link chevet::options.

option(CHEVET_TESTS "Build the tests" ON)
option(CHEVET_BENCH "Build the benchmarks" OFF)
option(CHEVET_WERROR "Warnings are errors" OFF)
option(CHEVET_FUZZ "Build the fuzzers (Clang only)" OFF)
option(CHEVET_COVERAGE "Count executed lines (gcov)" OFF)
set(CHEVET_TEST_PATIENCE 1 CACHE STRING "Every test may take this many times its usual limit")
set(CHEVET_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_AUTOMOC_PATH_PREFIX ON)

find_program(CHEVET_CCACHE ccache)
if(CHEVET_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Sloppiness is what precompiled headers need; the base folder lets checkouts share results.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};CCACHE_NOHASHDIR=1;${CHEVET_CCACHE}")
endif()

add_library(chevet_options INTERFACE)
add_library(chevet::options ALIAS chevet_options)
target_compile_features(chevet_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
target_include_directories(chevet_options INTERFACE "${CMAKE_SOURCE_DIR}/src")
# Not -Wnull-dereference: GCC 12 reports it inside the standard library's own variant and vector.
target_compile_options(chevet_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
  -Wimplicit-fallthrough
  $<$<BOOL:${CHEVET_WERROR}>:-Werror>
  -fstack-protector-strong -fPIE)
target_compile_definitions(chevet_options INTERFACE
  $<$<NOT:$<CONFIG:Release>>:_GLIBCXX_ASSERTIONS>
  $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_CONTEXTLESS_CONNECT)
target_link_options(chevet_options INTERFACE -pie -Wl,-z,relro,-z,now)
if(CHEVET_SANITIZE)
  target_compile_options(chevet_options INTERFACE
    "-fsanitize=${CHEVET_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # With the sanitizers' checks in between GCC 12 loses track of std::function inside <regex>.
    target_compile_options(chevet_options INTERFACE -Wno-maybe-uninitialized)
  endif()
  target_link_options(chevet_options INTERFACE "-fsanitize=${CHEVET_SANITIZE}")
endif()
if(CHEVET_COVERAGE)
  target_compile_options(chevet_options INTERFACE --coverage)
  target_link_options(chevet_options INTERFACE --coverage)
endif()
