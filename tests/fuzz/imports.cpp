// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets.h"

#include "core/keys/keyproblem.h"
#include "formats/find/variableset.h"
#include "formats/importoffer.h"
#include "formats/pastedkeys.h"
#include "formats/readimport.h"

#include <algorithm>
#include <array>

namespace tokeni::fuzz {

using namespace Qt::StringLiterals;

namespace {

// A shorter key might occur in harmless text by chance.
constexpr qsizetype minKey = 20;

bool isKey(const Secret &key)
{
    return !key.isEmpty() && key.view().isValidUtf8()
        && std::none_of(key.view().begin(), key.view().end(),
                        [](char c) { return uchar(c) <= ' ' || c == '\x7F'; });
}

void lookAt(const ImportedEnvironment &found, QByteArrayView bytes)
{
    promise(!found.name.trimmed().isEmpty() && found.name.size() <= 100, "a name is a name");
    if (!found.credentials)
        return;
    for (const Secret *key :
         {&found.credentials->consumerKey, &found.credentials->consumerSecret}) {
        promise(isKey(*key), "keys are complete, of UTF-8, without space and control characters");
        // A file may have variables with the same names as its keys.
        const QByteArray text = key->view().toByteArray();
        if (key->size() < minKey || bytes.toByteArray().count(text) != 1)
            continue;
        for (const QString &note : found.notes)
            promise(!note.contains(key->reveal()), "notes never tell a key");
    }
}

void lookAt(const std::vector<ImportOffer> &offers, EnvironmentList list)
{
    for (const ImportOffer &offer : offers) {
        promise(list.checked(offer.environment).has_value() || offer.problem
                    || offer.preset.action == ImportOffer::Action::Skip
                    || offer.preset.action == ImportOffer::Action::GiveKeys,
                "what is offered can be had");
        if (offer.problem) {
            promise(offer.choices.isEmpty() && offer.preset.action == ImportOffer::Action::Skip,
                    "what breaks the rules can't be chosen");
            const auto field = offer.problem->field();
            promise(field == EnvironmentProblem::Field::TokenUrl, "names are always good");
            continue;
        }
        if (offer.needsKind) {
            promise(offer.environment.tokenUrl.isEmpty(), "without a kind there is no URL");
            continue;
        }
        const QUrl url = offer.environment.tokenUrl;
        promise(url.scheme() == "https"_L1 || isLoopback(url), "no key goes over an open line");
        if (offer.preset.action == ImportOffer::Action::Add)
            promise(list.add(offer.environment).has_value(), "all presets can be taken together");
    }
}

} // namespace

void importAs(const char *fileName, QByteArrayView bytes)
{
    const auto file = readImport(bytes, QString::fromLatin1(fileName));
    if (!file) {
        promise(!file.error().message().isEmpty(), "every problem has words");
        return;
    }
    promise(!file->environments.empty() && file->environments.size() <= maxEnvironments,
            "something was found, and not too much");
    for (const ImportedEnvironment &found : file->environments)
        lookAt(found, bytes);
    for (const QList<Environment> &known : {QList<Environment>(), defaultEnvironments()}) {
        const EnvironmentList list = *EnvironmentList::from(known);
        lookAt(offersFor(*file, list, {}), list);
    }
}

void pasted(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    constexpr std::array fields{PasteTarget::Window, PasteTarget::KeyField,
                                PasteTarget::SecretField};
    const auto target = fields.at(std::size_t(uchar(bytes.front())) % fields.size());
    const auto keys = readPastedKeys(Secret(bytes.sliced(1)), target, EnvironmentKind::Sandbox);
    if (!keys)
        return;
    promise(!problemOf(keys->credentials), "what is pasted can be a key");
    const bool isEmpty
        = keys->credentials.consumerKey.isEmpty() && keys->credentials.consumerSecret.isEmpty();
    promise(isEmpty == keys->ambiguous, "something was found, unless there is too much");
}

} // namespace tokeni::fuzz
