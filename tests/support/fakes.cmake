# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fakes of core's ports.
add_library(tokeni_test_fakes STATIC
    ${CMAKE_CURRENT_LIST_DIR}/dice.h
    ${CMAKE_CURRENT_LIST_DIR}/fakeclock.h
    ${CMAKE_CURRENT_LIST_DIR}/fakeenvironmentstore.h
    ${CMAKE_CURRENT_LIST_DIR}/fakehistorystore.h
    ${CMAKE_CURRENT_LIST_DIR}/fakelocks.h
    ${CMAKE_CURRENT_LIST_DIR}/fakenotifier.h
    ${CMAKE_CURRENT_LIST_DIR}/fakesettingsstore.h
    ${CMAKE_CURRENT_LIST_DIR}/fakestore.cpp ${CMAKE_CURRENT_LIST_DIR}/fakestore.h
    ${CMAKE_CURRENT_LIST_DIR}/faketransport.cpp ${CMAKE_CURRENT_LIST_DIR}/faketransport.h
    ${CMAKE_CURRENT_LIST_DIR}/hurriedtransport.h)
target_include_directories(tokeni_test_fakes PUBLIC ${CMAKE_CURRENT_LIST_DIR}/..)
target_link_libraries(tokeni_test_fakes PUBLIC tokeni_core)
tokeni_test_code(tokeni_test_fakes)

# A real keyring, started by the test itself.
if(TARGET Qt6::DBus)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    add_library(tokeni_test_keyring STATIC
        ${CMAKE_CURRENT_LIST_DIR}/keyring.cpp ${CMAKE_CURRENT_LIST_DIR}/keyring.h)
    target_include_directories(tokeni_test_keyring PUBLIC ${CMAKE_CURRENT_LIST_DIR}/..)
    target_link_libraries(tokeni_test_keyring
        PUBLIC tokeni_options Qt6::DBus PRIVATE Qt6::Test)
    tokeni_test_code(tokeni_test_keyring)
endif()
