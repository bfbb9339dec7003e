# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The window's behaviour, inside the test's process, on a real display.
add_library(tokeni_window_driver STATIC windowdriver.cpp windowdriver.h response/responsedriver.cpp response/responsedriver.h)
target_link_libraries(tokeni_window_driver
    PUBLIC tokeni_parts tokeni_gui tokeni_adapters tokeni_simulator tokeni_test_fakes Qt6::Test)
tokeni_test_code(tokeni_window_driver)

foreach(behaviour
        accessible-names announcements clock-changes colours-follow edited-elsewhere
        environments-in-the-window files-in-the-window first-run first-token hostile-names
        language no-way-around nothing-jumps one-environment-at-a-time
        request-can-be-cancelled settings-in-the-window small-window theme tray unsaved-changes
        import/import-in-the-window import/import-of-several-files import/kind-of-imported-keys
        request/keys-in-the-window request/pasted-keys request/shown-keys-are-copied-properly
        request/hosts-in-the-dialog request/url-in-place
        token/countdown token/diagnosis-in-the-window token/newer-token-elsewhere
        token/renew-automatically
        response/history-in-the-window response/response-copy response/response-find
        response/response-folding response/response-pages
        clipboard/clipboard clipboard/production-guard)
    tokeni_test(NAME ${behaviour} LIBRARIES tokeni_window_driver tokeni_resources)
endforeach()
target_compile_definitions(test_gui_tray PRIVATE
    TOKENI_TEST_PANEL="${PROJECT_SOURCE_DIR}/tests/support/panel.conf")

# The window and a malicious server.
tokeni_test(NAME hostile-server-in-the-window
    LIBRARIES tokeni_window_driver tokeni_resources tokeni_test_servers)

if(TARGET Qt6::DBus)
    # On a different display from all others.
    tokeni_test(NAME clipboard/clipboard-on-wayland LIBRARIES tokeni_window_driver tokeni_resources Qt6::DBus
        KEYRING unlocked INSIDE ${PROJECT_SOURCE_DIR}/tests/support/wayland.sh)
    # It has a keyring of its own, which it stops and locks.
    tokeni_test(NAME keychain-in-the-window
        LIBRARIES tokeni_window_driver tokeni_resources tokeni_test_keyring tokeni_test_servers
        KEYRING none INSIDE ${tokeni_without_keyring})
    target_compile_definitions(test_gui_keychain_in_the_window PRIVATE
        TOKENI="$<TARGET_FILE:tokeni>")
    add_dependencies(test_gui_keychain_in_the_window tokeni)
endif()
