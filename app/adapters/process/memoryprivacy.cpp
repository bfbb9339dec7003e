// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/process/memoryprivacy.h"

#include <QFileInfo>
#include <QLoggingCategory>

#if defined(Q_OS_WIN)
// windows.h must be included first.
#include <windows.h>

#include <sddl.h>
#include <werapi.h>
#else
#include <sys/resource.h>
#endif
#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#elif defined(Q_OS_MACOS)
#include <sys/ptrace.h>
#include <sys/types.h>
#endif
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QLoggingCategory::CategoryFilter filterBefore = nullptr;

// Qt's own categories log keys pressed, header fields and texts for screen readers.
void leaveOutQtsDetails(QLoggingCategory *category)
{
    filterBefore(category);
    if (!QLatin1StringView(category->categoryName()).startsWith("qt."_L1))
        return;
    category->setEnabled(QtDebugMsg, false);
    category->setEnabled(QtInfoMsg, false);
}

#if defined(Q_OS_LINUX)
bool isSandboxed()
{
    return QFileInfo::exists(u"/.flatpak-info"_s) || qEnvironmentVariableIsSet("SNAP");
}
#endif

} // namespace

bool isDebuggingAllowed(std::span<const char *const> arguments)
{
#if defined(NDEBUG)
    bool allowed = false;
#else
    bool allowed = true;
#endif
    for (const char *text : arguments) {
        const QLatin1StringView argument(text);
        if (argument == "--"_L1)
            break;
        if (argument == allowDebugging)
            allowed = true;
        else if (argument == forbidDebugging)
            allowed = false;
    }
    return allowed;
}

void keepMemoryPrivate()
{
    if (!filterBefore) {
        // Installing a filter calls it, so the previous filter must be known before that.
        filterBefore = QLoggingCategory::installFilter(nullptr);
        QLoggingCategory::installFilter(leaveOutQtsDetails);
    }
#if defined(Q_OS_WIN)
    // No heap in crash reports, and no dialog during which the program's memory remains readable.
    WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP);
    SetErrorMode(GetErrorMode() | SEM_NOGPFAULTERRORBOX);
    // All that other programs of the owner may do with this process: wait for it, query its name
    // and end it. Reading its memory is not included.
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (ConvertStringSecurityDescriptorToSecurityDescriptorW(
            L"D:P(A;;0x101001;;;OW)", SDDL_REVISION_1, &descriptor, nullptr)) {
        SetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, descriptor);
        LocalFree(descriptor);
    }
#else
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX)
    // Also protects /proc/PID/mem and environ from the same user (ptrace(2), proc(5)).
    if (!isSandboxed())
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#elif defined(Q_OS_MACOS)
    ptrace(PT_DENY_ATTACH, 0, nullptr, 0);
#endif
}

void introduceToPortal()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    constexpr int patience = 500; // Milliseconds; a running portal answers within a few.
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const auto portal = u"org.freedesktop.portal.Desktop"_s;
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(portal))
        return;
    QDBusMessage call
        = QDBusMessage::createMethodCall(portal, u"/org/freedesktop/portal/desktop"_s,
                                         u"org.freedesktop.portal.Settings"_s, u"Read"_s);
    call << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    call.setAutoStartService(false);
    bus.call(call, QDBus::Block, patience);
#endif
}

} // namespace tokeni
