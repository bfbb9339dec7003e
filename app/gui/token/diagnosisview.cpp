// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/token/diagnosisview.h"

#include "core/text/timeleft.h"
#include "gui/controls/accessible.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/styleproperty.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Between the buttons if there are four.
constexpr int compactGap = 6;
// The width to which a name in a button is elided; a longer one would make the button too wide.
constexpr int widestName = 110;

// Longer runs of characters may be broken anywhere; otherwise they would be cut off in a small
// window, since a server's words, a host and a name may have any length.
constexpr qsizetype maxRun = 24;

QString breakable(const QString &text)
{
    QString result;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > maxRun && !c.isLowSurrogate() && !c.isMark()) {
            result += QChar(0x200B); // Zero-width space.
            run = 1;
        }
        result += c;
    }
    return result;
}

// Makes rich text from plain text, with the name in bold; text from outside is escaped, never
// interpreted as HTML.
QString markedUp(const Advice &line)
{
    const qsizetype end = line.nameAt + line.nameLength;
    return breakable(line.text.first(line.nameAt)).toHtmlEscaped() + u"<b>"_s
        + breakable(line.text.sliced(line.nameAt, line.nameLength)).toHtmlEscaped() + u"</b>"_s
        + breakable(line.text.sliced(end)).toHtmlEscaped();
}

// Makes the text selectable, and wraps it at the available width.
void letWrap(QLabel *label)
{
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

QLabel *adviceLabel(const Advice &line)
{
    QLabel *label = plainLabel(u"advice"_s, breakable(line.text));
    if (line.nameLength > 0) {
        label->setTextFormat(Qt::RichText);
        label->setText(markedUp(line));
        label->setAccessibleName(line.text);
    }
    return label;
}

} // namespace

DiagnosisView::DiagnosisView(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_title(new AccessibleLabel(tr("Diagnosis"))),
      m_serverSaid(plainLabel(u"caption"_s))
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &DiagnosisView::followWait);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::length(u"wideGap"_s));
    layout->addWidget(makeWords(), 1);

    m_column = new QVBoxLayout;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        auto *button = new QPushButton;
        button->setObjectName(u"diagnosisAction"_s);
        m_column->addWidget(button);
        m_buttons[i] = button;
        connect(button, &QPushButton::clicked, this, [this, i] {
            // Copied, since a receiver may show another diagnosis.
            const DiagnosisAction action = m_diagnosis->actions[qsizetype(i)];
            Q_EMIT actionRequested(action);
        });
    }
    m_column->addStretch();
    layout->addLayout(m_column);
}

QScrollArea *DiagnosisView::makeWords()
{
    m_title->setObjectName(u"diagnosisTitle"_s);
    letWrap(m_title);
    letWrap(m_serverSaid);
    auto *page = new QWidget;
    page->setObjectName(u"diagnosisPage"_s);
    m_words = new QVBoxLayout(page);
    m_words->setContentsMargins(2, 0, 2, 0);
    m_words->setSpacing(6);
    m_words->addWidget(m_title);
    m_words->addWidget(m_serverSaid);
    m_words->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"diagnosisWords"_s);
    scroll->setAccessibleName(tr("What happened and what to do"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The zone determines the height, regardless of the text.
    scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    // The Tab key only stops here if there is something to scroll.
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, scroll,
            [scroll](int, int last) {
                scroll->setFocusPolicy(last > 0 ? Qt::StrongFocus : Qt::NoFocus);
            });
    return scroll;
}

void DiagnosisView::show(const Diagnosis &diagnosis, const std::optional<RetryWait> &wait)
{
    m_wait = wait;
    if (m_diagnosis != diagnosis) {
        m_diagnosis = diagnosis;
        m_serverSaid->setText(breakable(diagnosis.serverSaid));
        m_serverSaid->setVisible(!diagnosis.serverSaid.isEmpty());
        showAdvice(diagnosis.advice);
        QStringList lines{diagnosis.title, diagnosis.serverSaid};
        for (const Advice &line : diagnosis.advice)
            lines.append(line.text);
        lines.removeAll(QString());
        m_title->show(breakable(diagnosis.title), lines.join(u' '));
        showActions();
    }
    followWait();
}

void DiagnosisView::showAdvice(const QList<Advice> &advice)
{
    delete m_advice;
    m_advice = new QWidget;
    auto *lines = new QVBoxLayout(m_advice);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Theme::length(u"smallGap"_s));
    for (const Advice &line : advice) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Theme::length(u"gap"_s));
        row->addWidget(plainLabel(u"advice"_s, u"•"_s), 0, Qt::AlignTop);
        QLabel *label = adviceLabel(line);
        letWrap(label);
        row->addWidget(label, 1);
        lines->addLayout(row);
    }
    m_words->insertWidget(m_words->count() - 1, m_advice);
}

void DiagnosisView::showActions()
{
    const auto labelOf = [](const DiagnosisAction &action) -> QString {
        using Kind = DiagnosisAction::Kind;
        switch (action.kind) {
        case Kind::EditKeys:
            return tr("Edit keys");
        case Kind::SwitchEnvironment:
            return tr("Switch to %1");
        case Kind::Retry:
            return tr("Try again");
        case Kind::OpenPortal:
            return tr("Open the portal");
        case Kind::OpenIncidents:
            return tr("Report the incident");
        case Kind::EditEnvironment:
            return tr("Edit environment");
        case Kind::OpenSettings:
            return tr("Settings");
        case Kind::CopyReport:
            return tr("Copy report");
        case Kind::UseToken:
            return tr("Use the present token");
        }
        Q_UNREACHABLE();
    };
    m_retry = nullptr;
    const QList<DiagnosisAction> &actions = m_diagnosis->actions;
    // Four buttons only fit into the height of three if they are smaller.
    const bool compact = actions.size() == qsizetype(m_buttons.size());
    m_column->setSpacing(compact ? compactGap : Theme::length(u"gap"_s));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QPushButton *button = m_buttons[i];
        button->setVisible(qsizetype(i) < actions.size());
        if (qsizetype(i) >= actions.size())
            continue;
        const DiagnosisAction &action = actions[qsizetype(i)];
        QString text = labelOf(action);
        button->setAccessibleName(text);
        button->setToolTip({});
        if (action.kind == DiagnosisAction::Kind::SwitchEnvironment) {
            button->setAccessibleName(text.arg(action.environmentName));
            text = text.arg(button->fontMetrics()
                                .elidedText(action.environmentName, Qt::ElideMiddle, widestName)
                                .replace(u'&', u"&&"_s));
        }
        button->setText(text);
        button->setMinimumWidth(Theme::length(u"buttonWidth"_s));
        setStyleProperty(button, "compact", compact);
        setStyleProperty(button, "primary", i == 0 && m_diagnosis->firstIsTheRemedy);
        if (action.kind == DiagnosisAction::Kind::Retry)
            m_retry = button;
        else
            button->setEnabled(true);
    }
}

void DiagnosisView::followWait()
{
    m_tick.stop();
    if (!m_retry)
        return;
    const qint64 left
        = m_wait ? m_wait->length.count() - millisecondsBetween(m_wait->since, m_clock.now()) : 0;
    m_retry->setEnabled(left <= 0);
    if (left <= 0) {
        m_retry->setText(tr("Try again"));
        return;
    }
    const qint64 seconds = (left + 999) / 1000;
    const QString text = seconds < 60 ? tr("Try again in %1 s").arg(seconds)
                                      : tr("Try again in %1").arg(countdownText(seconds * 1000));
    // So that the column keeps its width while the digits change.
    static const QRegularExpression digit(u"\\d"_s);
    m_retry->setText(QString(text).replace(digit, u"0"_s));
    m_retry->setMinimumWidth(std::max(m_retry->minimumWidth(), m_retry->sizeHint().width()));
    m_retry->setText(text);
    if (isVisible())
        m_tick.start(std::chrono::milliseconds((left - 1) % 1000 + 1));
}

void DiagnosisView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followWait();
}

void DiagnosisView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

} // namespace tokeni
