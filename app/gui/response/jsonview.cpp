// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/response/jsonview.h"

#include "core/request/formattedbody.h"
#include "core/request/jsonvalue.h"
#include "core/request/redaction.h"
#include "core/secret/masking.h"
#include "gui/clipboard/clipboardwrite.h"
#include "gui/response/foldmargin.h"
#include "gui/response/jsonhighlighter.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QCryptographicHash>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QToolButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// A server may give a member a name of any length.
constexpr qsizetype maxName = 40;

const auto foldKeys = Qt::CTRL | Qt::Key_Minus;

// A character that may surround a token in a selection.
bool isAround(QChar character)
{
    return character.isSpace() || character == u'"' || character == u',' || character == u':';
}

} // namespace

JsonView::JsonView(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent), m_raw(new QAction(tr("Raw bytes"), this)),
      m_rawButton(new QToolButton(this)), m_margin(new FoldMargin(*this)), m_folding(*this)
{
    new JsonHighlighter(theme, document());
    setReadOnly(true);
    // The cursor shows which line is meant; without it that could only be chosen with the mouse.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFont(Theme::font(u"code"_s));
    document()->setDocumentMargin(Theme::length(u"documentMargin"_s));

    m_raw->setCheckable(true);
    m_raw->setIconText(tr("Raw"));
    m_raw->setToolTip(tr("Show the bytes as received"));
    m_rawButton->setDefaultAction(m_raw);
    m_rawButton->setObjectName(u"raw"_s);
    m_rawButton->setAccessibleName(m_raw->text());
    setViewportMargins(0, 0, m_rawButton->sizeHint().width() + Theme::length(u"gap"_s), 0);
    connect(m_raw, &QAction::toggled, this, &JsonView::rawWantedChanged);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this] { m_margin->update(); });
    const auto follow = [this, &theme] {
        m_hint = theme.colour(u"mute"_s);
        m_margin->setColour(m_hint);
        viewport()->update();
    };
    connect(&theme, &Theme::changed, this, follow);
    follow();
}

void JsonView::show(const QString &text, bool isRaw, bool tokenShown)
{
    m_tokenShown = tokenShown;
    // Not compared with toPlainText(), which converts line ends and spaces.
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    if (m_isRaw == isRaw && m_digest == digest)
        return;
    m_isRaw = isRaw;
    m_digest = digest;
    setPlainText(text);
    const bool isJson = !isRaw && (text.startsWith(u'{') || text.startsWith(u'['));
    m_folding.setFolds(isJson ? jsonFolds(text.split(u'\n')) : QHash<qsizetype, qsizetype>());
    m_margin->update();
}

bool JsonView::isRawWanted() const
{
    return m_raw->isChecked();
}

void JsonView::copy()
{
    if (textCursor().hasSelection())
        copySelection();
    else if (hasValue())
        copyValue();
}

void JsonView::copySelection()
{
    if (isTokenSelected()) {
        Q_EMIT tokenCopyRequested();
        return;
    }
    const QString text = selection();
    copyText(text,
             tokenSpans(text).isEmpty() ? tr("Copied the selected text")
                                        : tr("Copied the selected text, with the token masked"),
             this, [this](const QString &line) { Q_EMIT message(line); });
}

void JsonView::copyValue()
{
    const QTextBlock block = textCursor().block();
    if (isTokenOn(block)) {
        Q_EMIT tokenCopyRequested();
        return;
    }
    const QString shown = toPlainText();
    const auto value
        = jsonValueAt(m_tokenShown ? withoutTokens(shown) : shown, block.blockNumber());
    if (!value)
        return;
    const QString text = !tokenSpans(value->text).isEmpty()
        ? tr("Copied the value, with the token in it masked")
        : value->name.isEmpty() ? tr("Copied the value")
                                : tr("Copied the value of %1").arg(value->name.left(maxName));
    copyText(value->text, text, this, [this](const QString &said) { Q_EMIT message(said); });
}

bool JsonView::hasValue() const
{
    return !m_isRaw && m_folding.canFold(0) && !textCursor().block().text().trimmed().isEmpty();
}

bool JsonView::isTokenOn(const QTextBlock &block) const
{
    for (const TextSpan &token : tokenSpans(toPlainText())) {
        if (block.contains(int(token.start)))
            return true;
    }
    return false;
}

bool JsonView::isTokenSelected() const
{
    const QString text = toPlainText();
    qsizetype start = textCursor().selectionStart();
    qsizetype end = textCursor().selectionEnd();
    while (start < end && isAround(text[start]))
        ++start;
    while (end > start && isAround(text[end - 1]))
        --end;
    for (const TextSpan &token : tokenSpans(text)) {
        if (start < end && start >= token.start && end <= token.start + token.length)
            return true;
    }
    return false;
}

// The selected text; any token that overlaps the selection is masked.
QString JsonView::selection() const
{
    const QString text = toPlainText();
    qsizetype from = textCursor().selectionStart();
    const qsizetype end = textCursor().selectionEnd();
    QString selected;
    for (const TextSpan &token : tokenSpans(text)) {
        const qsizetype tokenEnd = token.start + token.length;
        if (!m_tokenShown || tokenEnd <= from || token.start >= end)
            continue;
        if (token.start > from)
            selected += text.sliced(from, token.start - from);
        selected += maskedToken(Secret(text.sliced(token.start, token.length).toUtf8()));
        from = std::min(tokenEnd, end);
    }
    return selected + text.sliced(from, end - from);
}

QMimeData *JsonView::createMimeDataFromSelection() const
{
    auto *masked = new QMimeData;
    masked->setText(selection());
    return masked;
}

void JsonView::setFolded(int line, bool folded)
{
    m_folding.setFolded(line, folded);
    m_margin->update();
}

void JsonView::toggleFold()
{
    const int line = m_folding.foldAround(textCursor().blockNumber());
    setFolded(line, !m_folding.isFolded(line));
}

void JsonView::reveal(int position)
{
    m_folding.reveal(document()->findBlock(position).blockNumber());
    m_margin->update();
}

QList<JsonView::FoldMark> JsonView::foldMarks() const
{
    QList<FoldMark> marks;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > viewport()->height())
            break;
        const int line = block.blockNumber();
        if (!block.isVisible() || !m_folding.canFold(line))
            continue;
        marks.append(
            {line, m_folding.isFolded(line), area.top(), block.layout()->lineAt(0).height()});
    }
    return marks;
}

std::optional<JsonView::FoldMark> JsonView::foldMarkAt(qreal y) const
{
    for (const FoldMark &mark : foldMarks()) {
        if (y >= mark.top && y < mark.top + mark.height)
            return mark;
    }
    return std::nullopt;
}

void JsonView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->keyCombination() == foldKeys)
        toggleFold();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void JsonView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && !textCursor().hasSelection())
        setTextCursor(cursorForPosition(event->pos()));
    const int fold = m_folding.foldAround(textCursor().blockNumber());

    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &JsonView::copySelection)
        ->setEnabled(textCursor().hasSelection());
    menu->addAction(tr("Copy value"), this, &JsonView::copyValue)->setEnabled(hasValue());
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &QPlainTextEdit::selectAll);
    menu->addSeparator();
    menu->addAction(m_folding.isFolded(fold) ? tr("Unfold") : tr("Fold"), QKeySequence(foldKeys),
                    this, &JsonView::toggleFold)
        ->setEnabled(fold >= 0);
    menu->addAction(tr("Unfold all"), this,
                    [this] {
                        m_folding.unfoldAll();
                        m_margin->update();
                    })
        ->setEnabled(m_folding.isAnyFolded());
    menu->addSeparator();
    menu->addAction(m_raw);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

void JsonView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(font());
    painter.setPen(m_hint);
    for (const FoldMark &mark : foldMarks()) {
        if (!mark.isFolded)
            continue;
        const QTextBlock block = document()->findBlockByNumber(mark.line);
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        const QTextLine last = block.layout()->lineAt(block.layout()->lineCount() - 1);
        const QPointF base(area.left() + last.naturalTextRect().right(),
                           area.top() + last.y() + last.ascent());
        painter.drawText(base, m_folding.hint(mark.line));
    }
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect page = viewport()->geometry();
    m_margin->setGeometry(page.left(), page.top(), m_margin->sizeHint().width(), page.height());
    const int gap = Theme::length(u"gap"_s);
    m_rawButton->move(page.right() + 1, page.top() + gap);
}

} // namespace tokeni
