// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <sys/resource.h>

namespace tokeni {

/*! While this object exists, the process can't open another descriptor, as if the rest of the
 *  program had used all of them. */
class NoMoreDescriptors
{
public:
    /*! \a last is the descriptor that was opened last. */
    explicit NoMoreDescriptors(qintptr last)
    {
        if (getrlimit(RLIMIT_NOFILE, &m_before) != 0)
            qFatal("The limit on descriptors is not known.");
        rlimit lower = m_before;
        lower.rlim_cur = rlim_t(last) + 1;
        if (setrlimit(RLIMIT_NOFILE, &lower) != 0)
            qFatal("The limit on descriptors can't be lowered.");
    }
    ~NoMoreDescriptors() { (void)setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoMoreDescriptors)

private:
    rlimit m_before;
};

} // namespace tokeni
