# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The window's behaviour, in process, on a real display.
add_library(tokeni_desk STATIC desk.cpp desk.h responsedesk.cpp responsedesk.h)
target_link_libraries(tokeni_desk
    PUBLIC tokeni_gui tokeni_services tokeni_simulator tokeni_test_fakes Qt6::Test)
tokeni_test_code(tokeni_desk)

foreach(behaviour
        accessible-names
        announcements
        clipboard
        clock-changes
        colours-follow
        countdown
        diagnosis-in-the-window
        edited-elsewhere
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
        small-window
        theme
        tray
        unsaved-changes
        url-in-place)
    tokeni_test(NAME ${behaviour} LIBRARIES tokeni_desk tokeni_resources)
endforeach()
target_compile_definitions(test_gui_tray PRIVATE
    TOKENI_TEST_PANEL="${PROJECT_SOURCE_DIR}/tests/support/panel.conf")

# The window and a server that means it no good.
tokeni_test(NAME hostile-server-in-the-window
    LIBRARIES tokeni_desk tokeni_resources tokeni_test_servers)

if(TARGET Qt6::DBus)
    # On another display than all others.
    tokeni_test(NAME clipboard-on-wayland LIBRARIES tokeni_desk tokeni_resources Qt6::DBus
        KEYRING unlocked INSIDE ${PROJECT_SOURCE_DIR}/tests/support/wayland.sh)
    # With a keyring of its own, which it stops and locks.
    tokeni_test(NAME keychain-in-the-window
        LIBRARIES tokeni_desk tokeni_resources tokeni_test_keyring tokeni_test_servers
        KEYRING none INSIDE ${tokeni_without_keyring})
    target_compile_definitions(test_gui_keychain_in_the_window PRIVATE
        TOKENI="$<TARGET_FILE:tokeni>")
    add_dependencies(test_gui_keychain_in_the_window tokeni)
endif()
