// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/import/importrow.h"

#include "core/text/visibletext.h"
#include "gui/controls/elidedlabel.h"
#include "gui/controls/kindbadge.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Action = ImportOffer::Action;

QString choiceText(Action action, const ImportRow::Target &target)
{
    switch (action) {
    case Action::Add:
        return ImportRow::tr("Add as a new environment");
    case Action::GiveKeys:
        return target.host.isEmpty()
            ? ImportRow::tr("Put the keys into “%1”, which has none").arg(target.name)
            : ImportRow::tr("Put the keys into “%1” at %2, which has none")
                  .arg(target.name, target.host);
    case Action::ReplaceKeys:
        return target.host.isEmpty()
            ? ImportRow::tr("Replace the keys of “%1”").arg(target.name)
            : ImportRow::tr("Replace the keys of “%1” at %2").arg(target.name, target.host);
    case Action::Skip:
        break;
    }
    return {};
}

QLabel *wrapped(const QString &objectName, const QString &text = {})
{
    QLabel *label = plainLabel(objectName, text);
    label->setWordWrap(true);
    return label;
}

// A long host, with places where a line may end: after a dot, and inside of a long part. It must be
// seen as a whole.
QString breakable(const QString &host)
{
    constexpr qsizetype fits = 40;
    constexpr int longPart = 30;
    QString result;
    int unbroken = 0;
    for (const QChar character : host) {
        result += character;
        unbroken = character == u'.' ? longPart : unbroken + 1;
        if (unbroken >= longPart && host.size() > fits) {
            result += u'\u200B';
            unbroken = 0;
        }
    }
    return result;
}

// The same for the hosts in \a text.
QString breakableText(const QString &text)
{
    QStringList words = text.split(u' ');
    for (QString &word : words)
        word = breakable(word);
    return words.join(u' ');
}

QString placeWords(const ImportRow::Content &content)
{
    const QString name = isolated(content.offer.fileName);
    return content.file.isEmpty() ? ImportRow::tr("In the file: “%1”").arg(name)
                                  : ImportRow::tr("In %1: “%2”").arg(content.file, name);
}

} // namespace

ImportRow::ImportRow(const Content &content, QWidget *parent)
    : QFrame(parent), m_taken(new QCheckBox), m_name(new QLineEdit), m_badge(new KindBadge),
      m_host(new ElidedLabel), m_foreignHost(wrapped(u"foreignHost"_s)), m_choices(new QComboBox),
      m_notes(wrapped(u"small"_s)), m_problem(wrapped(u"problem"_s))
{
    setObjectName(u"card"_s);
    const QString called = content.offer.environment.name;
    m_taken->setAccessibleName(tr("Import “%1”").arg(called));
    m_name->setAccessibleName(tr("Name for “%1”").arg(called));
    m_choices->setAccessibleName(tr("What to do with “%1”").arg(called));
    // Long names must not widen the dialog.
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choices->setMinimumContentsLength(20);
    m_choices->setFocusPolicy(Qt::StrongFocus);
    m_choices->installEventFilter(this);
    lay(content);
    setContent(content);

    connect(m_taken, &QCheckBox::toggled, this, &ImportRow::followChoice);
    connect(m_choices, &QComboBox::currentIndexChanged, this, &ImportRow::followChoice);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_wantedName = text;
        m_isRenamed = true;
        m_problem->hide();
    });
}

void ImportRow::lay(const Content &content)
{
    auto *place = new ElidedLabel;
    place->setObjectName(u"small"_s);
    place->setTextFormat(Qt::PlainText);
    place->setText(placeWords(content));
    auto *keys = plainLabel(u"small"_s,
                            content.offer.hasKeys ? tr("Keys found: %1").arg(content.maskedKey)
                                                  : tr("No keys found"));
    m_host->setObjectName(u"small"_s);
    m_host->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::length(u"titleGap"_s));
    head->addWidget(m_name, 1);
    head->addWidget(m_badge, 0, Qt::AlignVCenter);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(Theme::length(u"wideGap"_s));
    facts->addWidget(m_host);
    facts->addWidget(keys);
    facts->addStretch(1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::length(u"rowInset"_s), Theme::length(u"rowInset"_s),
                             Theme::length(u"cardInset"_s), Theme::length(u"rowInset"_s));
    grid->setHorizontalSpacing(Theme::length(u"titleGap"_s));
    grid->setVerticalSpacing(Theme::length(u"smallGap"_s));
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_taken, 0, 0);
    grid->addLayout(head, 0, 1);
    grid->addWidget(place, 1, 1);
    grid->addLayout(facts, 2, 1);
    grid->addWidget(m_foreignHost, 3, 1);
    grid->addWidget(m_notes, 4, 1);
    if (content.offer.needsKind)
        grid->addLayout(kindChoice(content.offer.environment.name), 5, 1);
    grid->addWidget(m_choices, 6, 1);
    grid->addWidget(m_problem, 7, 1);
}

QLayout *ImportRow::kindChoice(const QString &called)
{
    auto *choice = new QHBoxLayout;
    choice->setSpacing(Theme::length(u"wideGap"_s));
    choice->addWidget(plainLabel({}, tr("Choose what it is for:")));
    for (const auto &[kind, text, spoken] :
         {std::tuple{EnvironmentKind::Sandbox, tr("Sandbox"), tr("“%1” is for the sandbox")},
          {EnvironmentKind::Production, tr("Production"), tr("“%1” is for production")}}) {
        auto *button = new QRadioButton(text);
        button->setAccessibleName(spoken.arg(called));
        choice->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this, chosen = kind](bool on) {
            if (!on)
                return;
            m_offer.choices.clear();
            m_taken->setChecked(false);
            m_taken->setEnabled(false);
            Q_EMIT kindChosen(chosen);
        });
    }
    choice->addStretch();
    return choice;
}

void ImportRow::setContent(const Content &content)
{
    m_offer = content.offer;
    m_targets = content.targets;
    if (!m_isRenamed)
        m_wantedName = m_offer.environment.name;
    m_badge->setVisible(!m_offer.needsKind);
    m_badge->setKind(m_offer.environment.kind());
    m_host->setVisible(!m_offer.needsKind);
    m_host->setText(m_offer.environment.tokenUrl.authority(QUrl::FullyEncoded));
    if (!m_offer.foreignHost.isEmpty())
        m_foreignHost->setText(tr("Not a host of Safaricom's. The keys would be sent to %1.")
                                   .arg(breakable(m_offer.foreignHost)));
    m_notes->setText(breakableText(content.notes.join(u'\n')));
    m_notes->setVisible(!content.notes.isEmpty());
    {
        const QSignalBlocker unheard(m_choices);
        m_choices->clear();
        for (const ImportOffer::Choice &choice : std::as_const(m_offer.choices))
            m_choices->addItem(choiceText(choice.action, m_targets.value(choice.id)));
        m_choices->setCurrentIndex(std::max(0, int(m_offer.choices.indexOf(m_offer.preset))));
        m_choices->setVisible(m_offer.choices.size() > 1);
    }
    m_taken->setEnabled(!m_offer.choices.isEmpty());
    m_taken->setChecked(m_offer.preset.action != Action::Skip);
    m_problem->hide();
    m_taken->setAccessibleDescription(m_offer.needsKind ? tr("First choose what it is for.")
                                                        : QString());
    if (m_offer.problem)
        showProblem(m_offer.problem->message());
    followChoice();
}

ImportOffer::Choice ImportRow::choice() const
{
    return m_taken->isChecked() ? m_offer.choices.value(m_choices->currentIndex())
                                : ImportOffer::Choice();
}

QString ImportRow::name() const
{
    return m_wantedName;
}

void ImportRow::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    m_taken->setAccessibleDescription(text);
    if (m_name->isEnabled())
        m_name->setFocus(Qt::OtherFocusReason);
}

// A turn of the wheel over the list of choices scrolls the dialog. It must not change a choice that
// the user does not look at.
bool ImportRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QFrame::eventFilter(watched, event);
    event->ignore();
    return true;
}

// For a new environment the name can be edited; otherwise the field shows which environment gets
// the keys.
void ImportRow::followChoice()
{
    const ImportOffer::Choice chosen = choice();
    const Target target = m_targets.value(chosen.id);
    m_name->setText(chosen.id.isEmpty() ? m_wantedName : target.name);
    m_name->setCursorPosition(0);
    m_name->setEnabled(chosen.action == Action::Add);
    m_choices->setEnabled(m_taken->isChecked());
    // A target with another URL is named with its host.
    m_foreignHost->setVisible(!m_offer.foreignHost.isEmpty() && target.host.isEmpty());
    if (!m_offer.problem)
        m_problem->hide();
    Q_EMIT changed();
}

} // namespace tokeni
