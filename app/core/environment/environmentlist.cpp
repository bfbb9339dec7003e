// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environmentlist.h"

#include "core/environment/tokenurlremark.h"
#include "core/text/visibletext.h"

#include <QCoreApplication>
#include <QDir>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// The context of the following texts for lupdate and the translators.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentProblem)
};

tl::unexpected<EnvironmentProblem> problem(EnvironmentProblem::Kind kind)
{
    return tl::make_unexpected(EnvironmentProblem{kind});
}

// The environment with the white space around its name removed, if it is valid regardless of the
// list.
EnvironmentList::Result<Environment> wellFormed(Environment environment)
{
    using Kind = EnvironmentProblem::Kind;
    environment.name = environment.name.trimmed();
    if (environment.name.isEmpty())
        return problem(Kind::NameEmpty);
    if (environment.name.size() > maxName)
        return problem(Kind::NameTooLong);
    // Invisible characters in a name could make one environment look like another.
    if (!isVisible(environment.name))
        return problem(Kind::NameUnprintable);
    if (const auto urlProblem = problemOfTokenUrl(environment.tokenUrl))
        return tl::make_unexpected(*urlProblem);
    if (!environment.caFile.isEmpty() && !QDir::isAbsolutePath(environment.caFile))
        return problem(Kind::CaFileNotAbsolute);
    return environment;
}

} // namespace

EnvironmentProblem::Field EnvironmentProblem::field() const
{
    switch (kind) {
    case Kind::NameEmpty:
    case Kind::NameTaken:
    case Kind::NameTooLong:
    case Kind::NameUnprintable:
        return Field::Name;
    case Kind::UrlEmpty:
    case Kind::UrlInvalid:
    case Kind::UrlNotSecure:
    case Kind::UrlHoldsKeys:
    case Kind::UrlGivesNoTokens:
        return Field::TokenUrl;
    case Kind::CaFileNotAbsolute:
        return Field::CaFile;
    case Kind::IdTaken:
    case Kind::NotFound:
    case Kind::ChangedMeanwhile:
    case Kind::NotSaved:
        return Field::None;
    }
    Q_UNREACHABLE();
}

QString EnvironmentProblem::message() const
{
    switch (kind) {
    case Kind::NameEmpty:
        return Text::tr("Give the environment a name.");
    case Kind::NameTaken:
        return Text::tr("Another environment has this name.");
    case Kind::IdTaken:
        return Text::tr("Another environment has this id.");
    case Kind::NameTooLong:
        return Text::tr("The name is too long. Use at most %1 characters.").arg(maxName);
    case Kind::NameUnprintable:
        return Text::tr("The name contains invisible characters. Type it again.");
    case Kind::UrlEmpty:
        return Text::tr("Enter the token URL.");
    case Kind::UrlInvalid:
        return Text::tr("This is not a complete URL. It should begin with https:// and a host.");
    case Kind::UrlNotSecure:
        return Text::tr("The URL must begin with https://, or your keys could be read on the way. "
                        "http:// is allowed only for this computer itself (127.0.0.1).");
    case Kind::UrlHoldsKeys:
        return Text::tr("Leave the keys out of the URL and enter them in the fields below it.");
    case Kind::UrlGivesNoTokens:
        return detail;
    case Kind::CaFileNotAbsolute:
        return Text::tr("Enter the full path of the CA file.");
    case Kind::NotFound:
        return Text::tr("There is no such environment.");
    case Kind::ChangedMeanwhile:
        return Text::tr("Another program has changed this environment while you edited it. Choose "
                        "which value to keep, then save.");
    case Kind::NotSaved:
        return Text::tr("The environments could not be saved: %1").arg(detail);
    }
    Q_UNREACHABLE();
}

QUrl typedUrl(const QString &text)
{
    return QUrl(text.isValidUtf16() ? text.trimmed() : u"%"_s, QUrl::StrictMode);
}

std::optional<EnvironmentProblem> problemOfTokenUrl(const QUrl &url)
{
    using Kind = EnvironmentProblem::Kind;
    if (url.isEmpty() && url.errorString().isEmpty())
        return EnvironmentProblem{Kind::UrlEmpty};
    if (!url.isValid() || url.host().isEmpty())
        return EnvironmentProblem{Kind::UrlInvalid};
    if (!url.userInfo().isEmpty())
        return EnvironmentProblem{Kind::UrlHoldsKeys};
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopback(url)))
        return EnvironmentProblem{Kind::UrlNotSecure};
    return std::nullopt;
}

EnvironmentList::Result<EnvironmentList>
EnvironmentList::from(const QList<Environment> &environments)
{
    EnvironmentList list;
    QSet<QString> ids;
    QSet<QString> names;
    for (const Environment &environment : environments) {
        auto good = wellFormed(environment);
        if (!good)
            return tl::make_unexpected(good.error());
        if (good->id.isEmpty())
            good->id = newEnvironmentId();
        if (ids.contains(good->id) || names.contains(good->name.toCaseFolded()))
            return problem(EnvironmentProblem::Kind::NameTaken);
        ids.insert(good->id);
        names.insert(good->name.toCaseFolded());
        list.m_all.append(*good);
    }
    return list;
}

QSet<QString> EnvironmentList::ids() const
{
    QSet<QString> ids;
    for (const Environment &environment : m_all)
        ids.insert(environment.id);
    return ids;
}

bool EnvironmentList::mayOwn(const QString &id) const
{
    return isIdTaken(id)
        || std::any_of(m_unusable.cbegin(), m_unusable.cend(),
                       [](const UnusableEntry &entry) { return entry.id.isEmpty(); });
}

bool EnvironmentList::isIdTaken(const QString &id) const
{
    return find(id)
        || std::any_of(m_unusable.cbegin(), m_unusable.cend(),
                       [&id](const UnusableEntry &entry) { return entry.id == id; });
}

const Environment *EnvironmentList::find(const QString &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_all[index];
}

const Environment *EnvironmentList::findNamed(const QString &name) const
{
    const auto it = std::find_if(m_all.cbegin(), m_all.cend(), [&](const Environment &known) {
        return known.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return it == m_all.cend() ? nullptr : &*it;
}

QString EnvironmentList::freeName(const QString &name) const
{
    static const QRegularExpression counted(u"\\A(.+) \\(\\d{1,4}\\)\\z"_s);
    const QRegularExpressionMatch match = counted.match(name);
    const QString stem = match.hasMatch() && findNamed(name) ? match.captured(1) : name;
    QString free = shortened(name, maxName);
    for (int number = 2; findNamed(free); ++number) {
        const QString counter = u" (%1)"_s.arg(number);
        free = shortened(stem, maxName - counter.size()) + counter;
    }
    return free;
}

EnvironmentList::Result<Environment> EnvironmentList::checked(Environment environment) const
{
    auto good = checkedStored(std::move(environment));
    if (!good)
        return good;
    const Environment *stored = find(good->id);
    const auto remark = remarkOn(good->tokenUrl);
    if (remark && remark->isRefusal && (!stored || stored->tokenUrl != good->tokenUrl))
        return tl::make_unexpected(
            EnvironmentProblem{EnvironmentProblem::Kind::UrlGivesNoTokens, remark->text});
    return good;
}

EnvironmentList::Result<Environment> EnvironmentList::checkedStored(Environment environment) const
{
    auto good = wellFormed(std::move(environment));
    if (!good)
        return good;
    const Environment *namesake = findNamed(good->name);
    if (namesake && namesake->id != good->id)
        return problem(EnvironmentProblem::Kind::NameTaken);
    return good;
}

EnvironmentList::Result<Environment> EnvironmentList::add(Environment environment)
{
    return checked(environment).and_then([&](const Environment &) {
        return addStored(std::move(environment));
    });
}

EnvironmentList::Result<Environment> EnvironmentList::addStored(Environment environment)
{
    if (!environment.id.isEmpty() && isIdTaken(environment.id))
        return problem(EnvironmentProblem::Kind::IdTaken);
    auto good = checkedStored(std::move(environment));
    if (good) {
        if (good->id.isEmpty())
            good->id = newEnvironmentId();
        m_all.append(*good);
    }
    return good;
}

EnvironmentList::Result<Environment> EnvironmentList::replace(const Environment &environment)
{
    const qsizetype index = indexOf(environment.id);
    if (index < 0)
        return problem(EnvironmentProblem::Kind::NotFound);
    auto good = checked(environment);
    if (good) {
        // If it has become production, automatic renewal would rest on consent that was given
        // before that.
        if (isProduction(*good) && !isProduction(m_all[index]))
            good->renewAutomatically = false;
        m_all[index] = *good;
    }
    return good;
}

EnvironmentList::Result<Environment> EnvironmentList::duplicate(const QString &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return problem(EnvironmentProblem::Kind::NotFound);
    Environment copy = m_all[index];
    copy.id = newEnvironmentId();
    copy.name = freeName(copy.name);
    m_all.insert(index + 1, copy);
    return copy;
}

EnvironmentList::Result<void> EnvironmentList::move(const QString &id, qsizetype position)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return problem(EnvironmentProblem::Kind::NotFound);
    m_all.move(index, std::clamp<qsizetype>(position, 0, m_all.size() - 1));
    return {};
}

EnvironmentList::Result<void> EnvironmentList::moveLike(const EnvironmentList &other,
                                                        const QString &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return problem(EnvironmentProblem::Kind::NotFound);
    qsizetype next = -1;
    for (qsizetype i = other.indexOf(id) + 1; i < other.m_all.size() && next < 0; ++i)
        next = indexOf(other.m_all[i].id);
    if (next < 0)
        next = m_all.size();
    // Removing it from its place moves the ones after it up by one.
    m_all.move(index, next > index ? next - 1 : next);
    return {};
}

EnvironmentList::Result<void> EnvironmentList::remove(const QString &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return problem(EnvironmentProblem::Kind::NotFound);
    m_all.removeAt(index);
    return {};
}

qsizetype EnvironmentList::indexOf(const QString &id) const
{
    const auto it = std::find_if(m_all.cbegin(), m_all.cend(),
                                 [&](const Environment &known) { return known.id == id; });
    return it == m_all.cend() ? -1 : std::distance(m_all.cbegin(), it);
}

} // namespace tokeni
