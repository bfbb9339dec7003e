// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/text/yamltree.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <vector>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Kind = ImportProblem::Kind;

// More than any file of the permitted size needs that was not made for the purpose.
constexpr int maxValues = 200'000;
constexpr int maxNesting = 100;
// yaml-cpp (0.7, 0.8) keeps all tokens of a flow collection until it knows that the collection is
// no key. So many open brackets are only found in a text that is no YAML.
constexpr int maxOpenBrackets = 2'000;

QString scalarText(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// An integer of the core schema (YAML 1.2, section 10.3.2): leading zeros mean nothing, 0x and 0o
// are hexadecimal and octal.
std::optional<double> integer(const QString &text)
{
    static const QRegularExpression decimal(uR"(\A[-+]?[0-9]+\z)"_s);
    static const QRegularExpression based(uR"(\A0(?:x([0-9a-fA-F]+)|o([0-7]+))\z)"_s);
    if (decimal.match(text).hasMatch())
        return text.toDouble();
    const auto match = based.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int base = match.hasCaptured(1) ? 16 : 8;
    double value = 0;
    for (const QChar digit : match.captured(match.lastCapturedIndex()))
        value = value * base + QString(digit).toInt(nullptr, 16);
    return value;
}

std::optional<double> number(const QString &text)
{
    static const QRegularExpression real(
        uR"(\A[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\z)"_s);
    if (const auto whole = integer(text))
        return whole;
    return real.match(text).hasMatch() ? std::optional(text.toDouble()) : std::nullopt;
}

// Null, booleans and numbers of the core schema; everything else is text.
QJsonValue plainScalar(const std::string &scalar)
{
    if (scalar == "true" || scalar == "True" || scalar == "TRUE")
        return true;
    if (scalar == "false" || scalar == "False" || scalar == "FALSE")
        return false;
    const QString text = scalarText(scalar);
    const bool mayBeNumber = QByteArrayView("-+.0123456789").contains(scalar.front());
    const auto value = mayBeNumber ? number(text) : std::nullopt;
    return value && qIsFinite(*value) ? QJsonValue(*value) : QJsonValue(text);
}

QJsonValue scalarOf(const std::string &tag, const std::string &scalar)
{
    // yaml-cpp's name for a plain scalar without a tag; a quoted one has "!".
    if (tag == "?" && !scalar.empty())
        return plainScalar(scalar);
    const QString text = scalarText(scalar);
    const auto whole = tag == "tag:yaml.org,2002:int" ? integer(text) : std::nullopt;
    return whole ? QJsonValue(*whole) : QJsonValue(text);
}

// Builds the tree while yaml-cpp reads, so that no limit is exceeded in between. Ends the reading
// with an ImportProblem as an exception: yaml-cpp offers no other way.
class TreeBuilder final : public YAML::EventHandler
{
public:
    [[nodiscard]] QJsonValue root() const { return m_root.value; }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        // A second one: readers of "yaml" 2.9.1 and js-yaml 4.3.2 refuse the file, too.
        if (std::exchange(m_begun, true))
            throw ImportProblem{Kind::BrokenYaml, mark.line + 1};
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add({QJsonValue(), QString(u""_s)}, mark, anchor);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &scalar) override
    {
        add({scalarOf(tag, scalar), scalarText(scalar)}, mark, anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        // An alias of a collection within itself has no value.
        const Node node = m_anchors.value(anchor);
        if (int(m_open.size()) + node.height > maxNesting)
            throw ImportProblem{Kind::TooMany};
        add(node, mark, YAML::NullAnchor);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open({false, anchor, mark});
    }
    void OnSequenceEnd() override
    {
        Level level = closed();
        QJsonArray array;
        for (Member &member : level.members)
            array.append(member.value);
        add({array, {}, level.values, level.height + 1}, level.mark, level.anchor);
    }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open({true, anchor, mark});
    }
    void OnMapEnd() override
    {
        Level level = closed();
        // An ordered object grows at its end, which takes little time.
        std::stable_sort(level.members.begin(), level.members.end(),
                         [](const Member &a, const Member &b) { return a.key < b.key; });
        const auto same
            = std::adjacent_find(level.members.begin(), level.members.end(),
                                 [](const Member &a, const Member &b) { return a.key == b.key; });
        // The programs that own these files refuse them as well.
        if (same != level.members.end())
            throw ImportProblem{Kind::BrokenYaml, std::next(same)->line};
        QJsonObject object;
        for (Member &member : level.members)
            object.insert(member.key, member.value);
        add({object, {}, level.values, level.height + 1}, level.mark, level.anchor);
    }

private:
    struct Node
    {
        QJsonValue value = {};
        QString key = {}; // As the key of a member; null if a collection is the key.
        int values = 1;
        int height = 0; // Of nested collections.
    };
    struct Member
    {
        QString key;
        QJsonValue value;
        int line;
    };
    struct Level
    {
        bool isMap;
        YAML::anchor_t anchor;
        YAML::Mark mark;
        std::vector<Member> members = {};
        std::optional<Node> key = {}; // Read, while its value is not.
        int values = 1;
        int height = 0;
    };

    void open(Level level)
    {
        if (m_open.size() >= maxNesting)
            throw ImportProblem{Kind::TooMany};
        m_open.push_back(std::move(level));
    }
    Level closed()
    {
        Level level = std::move(m_open.back());
        m_open.pop_back();
        return level;
    }

    void add(Node node, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            m_anchors.insert(anchor, node);
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        Level &level = m_open.back();
        level.values += node.values;
        level.height = std::max(level.height, node.height);
        if (level.values > maxValues)
            throw ImportProblem{Kind::TooMany};
        if (!level.isMap) {
            level.members.push_back({{}, std::move(node.value), 0});
        } else if (!level.key) {
            level.key = std::move(node);
        } else {
            if (!level.key->key.isNull())
                level.members.push_back(
                    {std::move(level.key->key), std::move(node.value), mark.line + 1});
            level.key.reset();
        }
    }

    bool m_begun = false;
    Node m_root;
    std::vector<Level> m_open;
    QHash<YAML::anchor_t, Node> m_anchors;
};

bool hasTooManyBrackets(QByteArrayView text)
{
    int open = 0;
    for (const char c : text) {
        open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        open = std::max(open, 0);
        if (open > maxOpenBrackets)
            return true;
    }
    return false;
}

} // namespace

tl::expected<QJsonValue, ImportProblem> readYaml(QByteArrayView text)
{
    if (hasTooManyBrackets(text))
        return tl::make_unexpected(ImportProblem{Kind::TooMany});
    try {
        std::istringstream stream(std::string(text.data(), std::size_t(text.size())));
        YAML::Parser parser(stream);
        TreeBuilder tree;
        while (parser.HandleNextDocument(tree)) { }
        return tree.root();
    } catch (const ImportProblem &problem) {
        return tl::make_unexpected(problem);
    } catch (const YAML::Exception &exception) {
        return tl::make_unexpected(ImportProblem{Kind::BrokenYaml, exception.mark.line + 1});
    }
}

} // namespace tokeni
