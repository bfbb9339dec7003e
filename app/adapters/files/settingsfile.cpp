// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/settingsfile.h"

#include "adapters/files/ordinaryfile.h"

#include <QSettings>
#include <QStandardPaths>
#include <QVariantMap>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr auto coloursEntry = "colours"_L1;
constexpr auto marginEntry = "marginSeconds"_L1;
constexpr auto clipboardEntry = "clipboardSeconds"_L1; // 0: until the token ends.
constexpr auto notificationsEntry = "notifications"_L1;
constexpr auto trayEntry = "tray"_L1;
constexpr auto closeToTrayEntry = "closeToTray"_L1;
constexpr auto proxyEntry = "proxy/kind"_L1;
constexpr auto proxyHostEntry = "proxy/host"_L1;
constexpr auto proxyPortEntry = "proxy/port"_L1;
constexpr auto proxyUserEntry = "proxy/user"_L1;
constexpr auto languageEntry = "language"_L1;
constexpr auto welcomedEntry = "welcomed"_L1;
constexpr auto toldOfTrayEntry = "toldOfTray"_L1;
constexpr auto productionUnaskedEntry = "productionUnasked"_L1;

constexpr std::array colourNames{
    std::pair{Settings::Colours::System, "system"_L1},
    std::pair{Settings::Colours::Light, "light"_L1},
    std::pair{Settings::Colours::Dark, "dark"_L1},
};
constexpr std::array proxyNames{
    std::pair{ProxyChoice::Kind::System, "system"_L1},
    std::pair{ProxyChoice::Kind::None, "none"_L1},
    std::pair{ProxyChoice::Kind::Http, "http"_L1},
    std::pair{ProxyChoice::Kind::Socks5, "socks5"_L1},
};

// The value with that name; if there is none, the first of the table.
template <typename Table> auto valueOf(const Table &table, const QString &name)
{
    for (const auto &[value, known] : table) {
        if (name == known)
            return value;
    }
    return table.front().first;
}

template <typename Table, typename Value> QString nameOf(const Table &table, Value wanted)
{
    for (const auto &[value, name] : table) {
        if (value == wanted)
            return name;
    }
    return {};
}

// All except productionUnasked, each member of which is stored separately.
QVariantMap entriesOf(const Settings &settings)
{
    const auto life = settings.clipboardLife.value_or(std::chrono::seconds(0));
    return {
        {coloursEntry, nameOf(colourNames, settings.colours)},
        {marginEntry, qint64(settings.margin.count())},
        {clipboardEntry, qint64(life.count())},
        {notificationsEntry, settings.notifications},
        {trayEntry, settings.tray},
        {closeToTrayEntry, settings.closeToTray},
        {proxyEntry, nameOf(proxyNames, settings.proxy.kind)},
        {proxyHostEntry, settings.proxy.host},
        {proxyPortEntry, int(settings.proxy.port)},
        {proxyUserEntry, settings.proxy.user},
        {languageEntry, settings.language},
        {welcomedEntry, settings.welcomed},
        {toldOfTrayEntry, settings.toldOfTray},
    };
}

} // namespace

SettingsFile::SettingsFile(QString path) : m_path(std::move(path))
{ }

Settings SettingsFile::load()
{
    if (isInTheWay(m_path))
        return {};
    const Settings usual;
    const QSettings file(m_path, QSettings::IniFormat);
    const auto flag = [&file](QLatin1StringView entry, bool otherwise) {
        return file.value(entry, otherwise).toBool();
    };
    const auto seconds = [&file](QLatin1StringView entry, std::chrono::seconds otherwise) {
        bool isNumber = false;
        const qint64 number = file.value(entry).toLongLong(&isNumber);
        return isNumber ? std::chrono::seconds(number) : otherwise;
    };

    Settings chosen;
    chosen.colours = valueOf(colourNames, file.value(coloursEntry).toString());
    chosen.margin = std::clamp(seconds(marginEntry, usual.margin), minMargin, maxMargin);
    if (const auto life = seconds(clipboardEntry, {}); life > std::chrono::seconds(0))
        chosen.clipboardLife = std::min(life, maxClipboardLife);
    chosen.notifications = flag(notificationsEntry, usual.notifications);
    chosen.tray = flag(trayEntry, usual.tray);
    chosen.closeToTray = flag(closeToTrayEntry, usual.closeToTray);
    chosen.proxy.kind = valueOf(proxyNames, file.value(proxyEntry).toString());
    chosen.proxy.host = file.value(proxyHostEntry).toString();
    chosen.proxy.port = quint16(std::clamp(file.value(proxyPortEntry).toInt(), 0, 65'535));
    chosen.proxy.user = file.value(proxyUserEntry).toString();
    chosen.language = file.value(languageEntry).toString();
    chosen.welcomed = flag(welcomedEntry, usual.welcomed);
    chosen.toldOfTray = flag(toldOfTrayEntry, usual.toldOfTray);
    const QStringList isBackground = file.value(productionUnaskedEntry).toStringList();
    chosen.productionUnasked = QSet(isBackground.begin(), isBackground.end());
    return chosen;
}

tl::expected<void, SettingsFault> SettingsFile::save(const Settings &before, const Settings &now)
{
    if (isInTheWay(m_path))
        return tl::make_unexpected(SettingsFault{SettingsFault::Kind::NotOrdinary, m_path});
    QSettings file(m_path, QSettings::IniFormat);
    const QVariantMap entriesBefore = entriesOf(before);
    const QVariantMap entries = entriesOf(now);
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        if (it.value() != entriesBefore.value(it.key()))
            file.setValue(it.key(), it.value());
    }
    if (now.productionUnasked != before.productionUnasked) {
        // Another process may have added a member.
        const QStringList stored = file.value(productionUnaskedEntry).toStringList();
        QSet<QString> isBackground(stored.begin(), stored.end());
        isBackground.subtract(before.productionUnasked - now.productionUnasked);
        isBackground.unite(now.productionUnasked - before.productionUnasked);
        QStringList sorted(isBackground.begin(), isBackground.end());
        sorted.sort();
        file.setValue(productionUnaskedEntry, sorted);
    }
    file.sync();
    if (file.status() == QSettings::AccessError)
        return tl::make_unexpected(SettingsFault{SettingsFault::Kind::Unwritable, m_path});
    return {};
}

QString SettingsFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/settings.ini"_s;
}

} // namespace tokeni
