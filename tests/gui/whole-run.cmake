# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The built programs as a user runs them. Each test has a session of its own, so that no test finds what
# another leaves behind.
set(folder ${CMAKE_CURRENT_SOURCE_DIR}/whole-run)
foreach(run accessible-tree clipboard-managers simulator-run tls-run nothing-leaks presence-run
        session-end life-run private-memory writers-at-once keys-stay)
    set(command ${PROJECT_SOURCE_DIR}/tests/support/session.sh
        /usr/bin/python3 -B -W ignore::DeprecationWarning ${folder}/${run}.py)
    if(run STREQUAL private-memory)
        list(PREPEND command ${PROJECT_SOURCE_DIR}/tests/support/unprivileged.sh)
    endif()
    add_test(NAME gui/${run} COMMAND ${tokeni_judged} ${command})
    set_tests_properties(gui/${run} PROPERTIES TIMEOUT 300 SKIP_RETURN_CODE 77)
    set_property(TEST gui/${run} PROPERTY ENVIRONMENT
        TOKENI=$<TARGET_FILE:tokeni>
        TOKENI_CLI=$<TARGET_FILE:tokeni-cli>
        TOKENI_TEST_TLS_DARAJA=$<TARGET_FILE:tokeni-test-tls-daraja>)
    tokeni_first_if_long(gui/${run})
endforeach()
set_tests_properties(gui/clipboard-managers PROPERTIES TIMEOUT 600)
