# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The window's behaviour, in process, on a real display.
add_library(tokeni_desk STATIC desk.cpp desk.h responsedesk.cpp responsedesk.h)
target_link_libraries(tokeni_desk
    PUBLIC tokeni_gui tokeni_services tokeni_simulator tokeni_test_fakes Qt6::Test)

foreach(behaviour
        accessible-names
        announcements
        clipboard
        clock-changes
        colours-follow
        countdown
        diagnosis-in-the-window
        environments-in-the-window
        files-in-the-window
        first-run
        first-token
        history-in-the-window
        hostile-names
        import-in-the-window
        keys-in-the-window
        language
        no-way-around
        nothing-jumps
        one-environment-at-a-time
        pasted-keys
        production-guard
        renew-automatically
        request-can-be-cancelled
        response-copy
        response-find
        response-folding
        response-pages
        settings-in-the-window
        shown-keys-are-copied-properly
        theme
        tray
        url-in-place)
    tokeni_test(NAME ${behaviour} LIBRARIES tokeni_desk tokeni_resources)
endforeach()

# On another display than all others.
if(TARGET Qt6::DBus)
    add_executable(test_gui_clipboard_on_wayland clipboard-on-wayland.cpp)
    target_include_directories(test_gui_clipboard_on_wayland PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/..)
    target_link_libraries(test_gui_clipboard_on_wayland
        PRIVATE tokeni_options tokeni_desk tokeni_resources Qt6::DBus)
    set_target_properties(test_gui_clipboard_on_wayland PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME gui/clipboard-on-wayland
        COMMAND ${PROJECT_SOURCE_DIR}/tests/support/session.sh
                ${PROJECT_SOURCE_DIR}/tests/support/wayland.sh
                $<TARGET_FILE:test_gui_clipboard_on_wayland>)
    set_tests_properties(gui/clipboard-on-wayland PROPERTIES TIMEOUT 120
        ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/wayland-leaks.supp:print_suppressions=0")
endif()

# With a keyring of its own, which it stops and locks, in a session of its own.
add_executable(test_gui_keychain_in_the_window keychain-in-the-window.cpp)
target_include_directories(test_gui_keychain_in_the_window PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/..)
target_link_libraries(test_gui_keychain_in_the_window
    PRIVATE tokeni_desk tokeni_resources tokeni_test_keyring tokeni_test_servers)
target_compile_definitions(test_gui_keychain_in_the_window PRIVATE TOKENI="$<TARGET_FILE:tokeni>")
add_dependencies(test_gui_keychain_in_the_window tokeni)
set_target_properties(test_gui_keychain_in_the_window PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
add_test(NAME gui/keychain-in-the-window
    COMMAND ${PROJECT_SOURCE_DIR}/tests/support/session.sh
            ${PROJECT_SOURCE_DIR}/tests/services/without-keyring.sh
            $<TARGET_FILE:test_gui_keychain_in_the_window>)
set_tests_properties(gui/keychain-in-the-window PROPERTIES TIMEOUT 240 ENVIRONMENT
    "TOKENI_SESSION_KEYRING=none;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")
# The window and a server that means it no good.
tokeni_test(NAME hostile-server-in-the-window
    LIBRARIES tokeni_desk tokeni_resources tokeni_test_servers)
