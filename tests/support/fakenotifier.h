// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/notice/notifier.h"

namespace tokeni {

/*! A desktop that keeps the notices it receives. */
class FakeNotifier : public Notifier
{
public:
    void notify(const Notice &notice) override { m_told.append(notice); }
    [[nodiscard]] const QList<Notice> &told() const { return m_told; }

private:
    QList<Notice> m_told;
};

} // namespace tokeni
