// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/find/dollarexpansion.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <functional>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isNameStart(char c)
{
    return isCapital(c) || (c >= 'a' && c <= 'z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || isDigit(c);
}

QByteArrayView runOf(QByteArrayView text, bool (*wanted)(char))
{
    return text.first(std::find_if_not(text.begin(), text.end(), wanted) - text.begin());
}

// The position of the brace that closes the one before \a from; -1 if there is none.
qsizetype closingBrace(QByteArrayView text, qsizetype from)
{
    int open = 1;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{')
            ++open;
        else if (text[i] == '}' && --open == 0)
            return i;
    }
    return -1;
}

// What follows the name between the braces.
struct Operator
{
    QByteArrayView sign;
    enum class Use
    {
        Otherwise, //!< The word is used if the variable is not set.
        Instead, //!< The word is used if the variable is set.
        Required, //!< The word is an error message.
    } use;
    bool orEmpty; //!< An empty variable counts as not set.
};
// Signs that begin alike are in the order in which they are tried.
constexpr std::array operators{
    Operator{":-", Operator::Use::Otherwise, true}, Operator{":=", Operator::Use::Otherwise, true},
    Operator{":+", Operator::Use::Instead, true},   Operator{":?", Operator::Use::Required, true},
    Operator{"-", Operator::Use::Otherwise, false}, Operator{"=", Operator::Use::Otherwise, false},
    Operator{"+", Operator::Use::Instead, false},   Operator{"?", Operator::Use::Required, false},
    Operator{":", Operator::Use::Otherwise, false},
};

class Expansion
{
public:
    explicit Expansion(const VariableSet &set) : m_set(set) { m_result.value.reserve(maxResolved); }

    std::optional<Expanded> of(const Variable &variable)
    {
        const std::size_t place = placeOf(variable);
        if (!append(variable.value.view(), place, 0)) {
            wipe(m_result.value);
            return std::nullopt;
        }
        return Expanded{Secret::taking(std::move(m_result.value)), m_result.disputed};
    }

private:
    struct Result
    {
        QByteArray value;
        bool disputed = false;
    };

    // A variable that is not in the set is treated as if it were its last.
    [[nodiscard]] std::size_t placeOf(const Variable &variable) const
    {
        const auto first = m_set.variables.data();
        const auto end = first + m_set.variables.size();
        const bool isOwn = !std::less<>()(&variable, first) && std::less<>()(&variable, end);
        return isOwn ? std::size_t(&variable - first) : m_set.variables.size();
    }

    // The places of all variables with this name, in order.
    const QList<std::size_t> &places(const QString &name)
    {
        if (m_places.isEmpty()) {
            for (const Variable &variable : m_set.variables)
                m_places[variable.name].append(placeOf(variable));
        }
        static const QList<std::size_t> none;
        const auto it = m_places.constFind(name);
        return it == m_places.constEnd() ? none : *it;
    }

    // The variable with this name that is set last above \a place.
    const Variable *above(const QString &name, std::size_t place)
    {
        const QList<std::size_t> &all = places(name);
        const auto next = std::lower_bound(all.begin(), all.end(), place);
        return next == all.begin() ? nullptr : &m_set.variables[*std::prev(next)];
    }

    // The variable that is set last, if that is below \a place.
    const Variable *below(const QString &name, std::size_t place)
    {
        const QList<std::size_t> &all = places(name);
        return all.isEmpty() || all.last() <= place ? nullptr : &m_set.variables[all.last()];
    }

    bool append(QByteArrayView text)
    {
        if (m_result.value.size() + text.size() > maxResolved)
            return false;
        m_result.value.append(text.data(), text.size());
        return true;
    }

    // Appends what \a text means in the value of the variable at \a place.
    bool append(QByteArrayView text, std::size_t place, int depth)
    {
        if (depth > maxDepth)
            return false;
        while (!text.isEmpty()) {
            const qsizetype dollar = text.indexOf('$');
            if (dollar < 0)
                return append(text);
            const bool escaped = dollar > 0 && text[dollar - 1] == '\\';
            if (!append(text.first(escaped ? dollar - 1 : dollar)))
                return false;
            const char before = dollar > 0 ? text[dollar - 1] : '\0';
            text = text.sliced(dollar);
            const auto length
                = escaped ? std::optional(plainDollar()) : reference(text, before, place, depth);
            if (!length)
                return false;
            text = text.sliced(*length);
        }
        return true;
    }

    std::optional<qsizetype> plainDollar()
    {
        return append("$") ? std::optional<qsizetype>(1) : std::nullopt;
    }

    // Appends the value of the reference at the beginning of \a text and returns the reference's
    // length.
    std::optional<qsizetype> reference(QByteArrayView text, char before, std::size_t place,
                                       int depth)
    {
        if (--m_left < 0)
            return std::nullopt;
        if (text.size() > 1 && text[1] == '{') {
            const qsizetype end = m_unclosed ? -1 : closingBrace(text, 2);
            m_unclosed = end < 0;
            const QByteArrayView inner = end < 0 ? QByteArrayView() : text.sliced(2, end - 2);
            if (inner.isEmpty() || !isNameStart(inner.front()))
                return plainDollar();
            return braced(inner, place, depth) ? std::optional(end + 1) : std::nullopt;
        }
        const QByteArrayView name = runOf(text.sliced(1), isNamePart);
        if (name.isEmpty() || !isNameStart(name.front()))
            return plainDollar();
        if (const Variable *variable = anywhere(QString::fromLatin1(name), place))
            return value(*variable, depth) ? std::optional(1 + name.size()) : std::nullopt;
        const bool word = !isNamePart(before)
            && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (word || m_result.value.contains("://"))
            return std::nullopt;
        m_result.disputed = true;
        return plainDollar();
    }

    const Variable *anywhere(const QString &name, std::size_t place)
    {
        if (const Variable *variable = above(name, place))
            return variable;
        const Variable *variable = below(name, place);
        m_result.disputed = m_result.disputed || variable;
        return variable;
    }

    bool value(const Variable &variable, int depth)
    {
        if (variable.elsewhere)
            return false;
        return variable.literal ? append(variable.value.view())
                                : append(variable.value.view(), placeOf(variable), depth + 1);
    }

    // Appends the value of what is between braces.
    bool braced(QByteArrayView inner, std::size_t place, int depth)
    {
        // Also for names with a dot or a hyphen.
        if (const Variable *variable = anywhere(QString::fromUtf8(inner), place))
            return value(*variable, depth);
        const QByteArrayView name = runOf(inner, [](char c) { return isNamePart(c) || c == '.'; });
        const QByteArrayView rest = inner.sliced(name.size());
        const auto sign
            = std::find_if(operators.begin(), operators.end(),
                           [rest](const Operator &known) { return rest.startsWith(known.sign); });
        if (sign == operators.end())
            return false;
        const qsizetype start = m_result.value.size();
        const Variable *variable = above(QString::fromUtf8(name), place);
        const bool isSet = variable && value(*variable, depth)
            && (!sign->orEmpty || m_result.value.size() > start);
        const bool instead = sign->use == Operator::Use::Instead;
        if (instead || !isSet)
            forget(start);
        if (isSet != instead)
            return true;
        return sign->use != Operator::Use::Required
            && append(rest.sliced(sign->sign.size()), place, depth + 1);
    }

    // Takes back what was appended after \a size.
    void forget(qsizetype size)
    {
        std::fill(m_result.value.begin() + size, m_result.value.end(), '\0');
        m_result.value.resize(size);
    }

    static constexpr int maxDepth = 8;

    const VariableSet &m_set;
    QHash<QString, QList<std::size_t>> m_places; // Empty until the first reference.
    Result m_result;
    // A brace that is never closed makes those after it plain text too: looking for the end of each
    // would take long.
    bool m_unclosed = false;
    // A limit, since nested references could make a small file take practically forever.
    int m_left = 200;
};

} // namespace

std::optional<Expanded> expanded(const VariableSet &set, const Variable &variable)
{
    if (variable.literal)
        return Expanded{variable.value.clone(), false};
    if (variable.value.size() > maxResolved)
        return std::nullopt;
    return Expansion(set).of(variable);
}

} // namespace tokeni
