// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace tokeni {

/*! The languages that Tokeni speaks, by ISO 639-1. */
[[nodiscard]] QStringList languages();
/*! A language's name in itself, so that who does not read the present one finds it. */
[[nodiscard]] QString nameOfLanguage(const QString &language);
/*! The language to speak: \a chosen, or where that is none of ours, the first of the system's
 *  wishes that is. */
[[nodiscard]] QString languageFor(const QString &chosen, const QLocale &system);
/*! Makes \a app speak \a chosen (empty: the system's language), and write dates and numbers as
 *  that language does in the system's country. Once, before the first text is shown. */
void installTranslations(QCoreApplication &app, const QString &chosen);

} // namespace tokeni
