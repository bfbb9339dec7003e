// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/theme/language.h"

#include <QTranslator>

namespace tokeni {

using namespace Qt::StringLiterals;

QStringList languages()
{
    return {u"en"_s, u"sw"_s};
}

QString nameOfLanguage(const QString &language)
{
    return language == "sw"_L1 ? u"Kiswahili"_s : u"English"_s;
}

QString languageFor(const QString &chosen, const QLocale &system)
{
    if (languages().contains(chosen))
        return chosen;
    for (const QString &wish : system.uiLanguages()) {
        QString language = wish.section(u'-', 0, 0);
        if (languages().contains(language))
            return language;
    }
    return languages().constFirst();
}

void installTranslations(QCoreApplication &app, const QString &chosen)
{
    const QLocale system = QLocale::system();
    const QString language = languageFor(chosen, system);
    // If the system's locale names no country, that of Daraja is used.
    const bool nowhere = system.language() == QLocale::C;
    if (!chosen.isEmpty() || nowhere) {
        const QLocale::Territory country = nowhere ? QLocale::Kenya : system.territory();
        QLocale::setDefault(QLocale(QLocale(language).language(), country));
    }
    // The second one translates Qt's own dialogs; Qt has no Swahili translation.
    for (const QString &text : {u"tokeni_"_s, u"qt_"_s}) {
        auto *translator = new QTranslator(&app);
        if (translator->load(u":/tokeni/translations/"_s + text + language + u".qm"_s))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace tokeni
