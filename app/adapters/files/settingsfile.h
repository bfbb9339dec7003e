// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"

#include <QString>

namespace tokeni {

/*! The settings in an INI file. Entries that this version does not know are kept. If there is a
 *  pipe, a device or a folder in its place, it is not touched. */
class SettingsFile : public SettingsStore
{
public:
    explicit SettingsFile(QString path);
    [[nodiscard]] Settings load() override;
    tl::expected<void, SettingsFault> save(const Settings &before, const Settings &now) override;

    /*! settings.ini in QStandardPaths::AppConfigLocation. */
    [[nodiscard]] static QString defaultPath();

private:
    QString m_path;
};

} // namespace tokeni
