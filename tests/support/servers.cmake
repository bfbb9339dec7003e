# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Real servers on loopback, and the certificates they show.
add_library(tokeni_test_servers STATIC
    ${CMAKE_CURRENT_LIST_DIR}/eventloopbeat.h ${CMAKE_CURRENT_LIST_DIR}/memorypeak.h
    ${CMAKE_CURRENT_LIST_DIR}/rawserver.cpp ${CMAKE_CURRENT_LIST_DIR}/rawserver.h
    ${CMAKE_CURRENT_LIST_DIR}/serverthread.h
    ${CMAKE_CURRENT_LIST_DIR}/testcertificates.cpp ${CMAKE_CURRENT_LIST_DIR}/testcertificates.h)
target_include_directories(tokeni_test_servers PUBLIC ${CMAKE_CURRENT_LIST_DIR}/..)
target_link_libraries(tokeni_test_servers PUBLIC tokeni_options Qt6::Network)
tokeni_test_code(tokeni_test_servers)

# A stand-alone token service over TLS, for tests that drive whole programs.
add_executable(tokeni-test-tls-daraja
    ${CMAKE_CURRENT_LIST_DIR}/tlsdaraja/main.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tlsdaraja/tlsdaraja.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tlsdaraja/tlsdaraja.h)
target_link_libraries(tokeni-test-tls-daraja PRIVATE tokeni_test_servers)
tokeni_test_code(tokeni-test-tls-daraja)
set_target_properties(tokeni-test-tls-daraja PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
