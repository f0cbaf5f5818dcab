# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# chevet_layer(NAME SOURCES … PUBLIC … PRIVATE …)   a folder under src/ as a static library chevet::NAME;
#                                                   each of its headers is also compiled alone.
# chevet_test(NAME LABEL … SOURCES … LINK …)        a Catch2 executable; every test case is a ctest test.

function(chevet_layer name)
  cmake_parse_arguments(arg "QT" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(chevet_${name} STATIC ${arg_SOURCES})
  add_library(chevet::${name} ALIAS chevet_${name})
  target_link_libraries(chevet_${name} PUBLIC chevet::options ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  if(arg_QT)
    # Qt 6.4's moc takes 201703L for more than 201703L and then trips over the standard library's <concepts>, which
    # a header reaches that includes one without Qt first (clock.h by <compare>). moc needs no concepts: shut out.
    set_target_properties(chevet_${name} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON
      AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS"
      AUTOUIC_SEARCH_PATHS "${CMAKE_SOURCE_DIR}/ui")
  endif()
  if(CHEVET_TESTS)
    chevet_headers_alone(${name})
  endif()
endfunction()

function(chevet_headers_alone name)
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  set(sources)
  foreach(header IN LISTS headers)
    get_filename_component(stem "${header}" NAME_WE)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/alone/${stem}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${name}/${stem}.h\"\n#include \"${name}/${stem}.h\" // twice: guarded\n" @ONLY)
    list(APPEND sources "${source}")
  endforeach()
  if(sources)
    add_library(chevet_${name}_headers_alone OBJECT ${sources})
    target_link_libraries(chevet_${name}_headers_alone PRIVATE chevet_${name})
    target_compile_options(chevet_${name}_headers_alone PRIVATE -O0 -g0)
  endif()
endfunction()

function(chevet_test_definitions name)
  target_compile_definitions(${name} PRIVATE
    CHEVET_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CHEVET_BINARY_DIR="${CMAKE_BINARY_DIR}"
    CHEVET_TEST_LOCALES="${CMAKE_BINARY_DIR}/locales")
endfunction()

function(chevet_test name)
  cmake_parse_arguments(arg "QT" "LABEL;TIMEOUT" "SOURCES;LINK;ENVIRONMENT" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  chevet_test_definitions(${name})
  add_dependencies(${name} chevet_test_locales)
  if(arg_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")
    target_precompile_headers(${name} REUSE_FROM chevet_test_headers_qt)
    target_link_libraries(${name} PRIVATE chevet_test_main_qt)
    list(APPEND arg_ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
  else()
    target_precompile_headers(${name} REUSE_FROM chevet_test_headers)
    target_link_libraries(${name} PRIVATE chevet_test_main)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * ${CHEVET_TEST_PATIENCE}")
  # Pictures and sound are encoded in real time: not beside what takes the machine.
  set(arg_alone "")
  if(arg_LABEL STREQUAL "media")
    set(arg_alone RUN_SERIAL TRUE)
  endif()
  catch_discover_tests(${name}
    TEST_PREFIX "${name}: "
    PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "${arg_ENVIRONMENT}" ${arg_alone})
endfunction()
