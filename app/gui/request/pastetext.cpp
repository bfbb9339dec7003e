// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/request/pastetext.h"

#include <QCoreApplication>

namespace tokeni {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PastedKeys)
};

// What the keys were taken from.
QString sourceText(PastedKeys::Form form)
{
    switch (form) {
    case PastedKeys::Form::Variables:
        return Text::tr("variables");
    case PastedKeys::Form::Json:
        return Text::tr("JSON");
    case PastedKeys::Form::Curl:
        return Text::tr("a curl command");
    case PastedKeys::Form::BasicHeader:
        return Text::tr("a Basic header");
    case PastedKeys::Form::Pair:
        return Text::tr("a pair of keys");
    }
    Q_UNREACHABLE();
}

} // namespace

QString pasteText(const PastedKeys &keys)
{
    const QString source = sourceText(keys.form);
    if (keys.credentials.consumerSecret.isEmpty())
        return Text::tr("Pasted the consumer key from %1").arg(source);
    if (keys.credentials.consumerKey.isEmpty())
        return Text::tr("Pasted the consumer secret from %1").arg(source);
    return Text::tr("Pasted the key and the secret from %1").arg(source);
}

bool isForAnother(const PastedKeys &keys, const Environment &environment)
{
    return keys.kind && keys.kind != environment.kind()
        && environment.kind() != EnvironmentKind::Custom;
}

} // namespace tokeni
