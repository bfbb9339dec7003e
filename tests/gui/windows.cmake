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
        colours-follow
        countdown
        diagnosis-in-the-window
        environments-in-the-window
        first-run
        first-token
        history-in-the-window
        import-in-the-window
        keys-in-the-window
        language
        no-way-around
        nothing-jumps
        one-environment-at-a-time
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
