// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/request/keysform.h"

#include "core/keys/keyproblem.h"
#include "core/secret/masking.h"
#include "core/text/visibletext.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/styleproperty.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

QToolButton *showButton(const QString &accessibleName)
{
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setFixedSize(Theme::length(u"iconButton"_s), 30);
    return button;
}

// Whether the keys should be in the keychain, but are not.
bool isWithoutKeychain(const KeysState &keys)
{
    return keys.kind == KeysState::Kind::Unreadable
        || (keys.kind == KeysState::Kind::StoredSecret
            && keys.place.kind == SecretLocation::Kind::Memory);
}

} // namespace

KeysForm::KeysForm(KeyRing &keyRing, Tokens &tokens, Drafts &drafts, const KeychainStatus &keychain,
                   const Theme &theme, QWidget *parent)
    : QWidget(parent), m_keyRing(keyRing), m_tokens(tokens), m_drafts(drafts), m_keychain(keychain),
      m_theme(theme), m_key(new SecretField(tr("Consumer key"), this)),
      m_secret(new SecretField(tr("Consumer secret"), this)),
      m_showKey(showButton(tr("Show consumer key"))),
      m_showSecret(showButton(tr("Show consumer secret"))), m_place(plainLabel(u"place"_s)),
      m_askKeychain(new QPushButton), m_revert(new QPushButton(tr("Revert"))),
      m_save(new QPushButton(tr("Save")))
{
    m_revert->setAccessibleName(tr("Revert changes"));
    m_revert->setToolTip(tr("Restores the saved URL, CA file and keys"));
    m_save->setAccessibleName(tr("Save keys"));
    m_save->setToolTip(tr("Saves the URL, CA file and keys (Ctrl+S)"));
    layOut();

    for (SecretField *field : {m_key, m_secret}) {
        connect(field, &SecretField::typedChanged, this, [this] {
            showProblem({});
            m_drafts.setKeys(m_environment.id, {m_key->typed(), m_secret->typed()});
            refresh();
        });
        connect(field, &SecretField::tooLong, this, [this, field] {
            showProblem(KeyProblem{KeyProblem::Kind::TooLong, field == m_secret}.message());
        });
        connect(field, &SecretField::pasteRequested, this, [this, field](const Secret &text) {
            const bool isKey = field == m_key;
            if (!takePasted(text, isKey ? PasteTarget::KeyField : PasteTarget::SecretField))
                field->insertPasted(text);
        });
        connect(field, &QLineEdit::returnPressed, this, &KeysForm::submitted);
    }
    connect(m_key, &SecretField::copyRequested, this,
            [this](const Secret &text) { Q_EMIT copyRequested(text, tr("consumer key")); });
    connect(m_secret, &SecretField::copyRequested, this,
            [this](const Secret &text) { Q_EMIT copyRequested(text, tr("consumer secret")); });
    connect(m_showKey, &QToolButton::toggled, this,
            [this](bool shown) { showStored(*m_key, *m_showKey, shown); });
    connect(m_showSecret, &QToolButton::toggled, this,
            [this](bool shown) { showStored(*m_secret, *m_showSecret, shown); });
    connect(m_save, &QPushButton::clicked, this, &KeysForm::saveRequested);
    connect(m_revert, &QPushButton::clicked, this, &KeysForm::revertRequested);
    connect(&m_drafts, &Drafts::changed, this, [this](const QString &id) {
        if (id == m_environment.id)
            showDraft();
    });
    connect(m_askKeychain, &QPushButton::clicked, this, &KeysForm::askKeychain);
    connect(&m_keychain, &KeychainStatus::changed, this, &KeysForm::refresh);
    connect(&m_theme, &Theme::changed, this, &KeysForm::paintIcons);
    paintIcons();
}

void KeysForm::layOut()
{
    m_place->setWordWrap(true);
    m_place->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // The buttons keep their space while they are hidden, so that nothing moves when the user
    // types.
    for (QPushButton *button : {m_revert, m_save}) {
        QSizePolicy kept = button->sizePolicy();
        kept.setRetainSizeWhenHidden(true);
        button->setSizePolicy(kept);
        button->hide();
    }
    m_askKeychain->setObjectName(u"link"_s);
    m_askKeychain->hide();

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::length(u"gap"_s));
    grid->setVerticalSpacing(Theme::length(u"gap"_s));
    grid->setColumnMinimumWidth(0, captionWidth());
    grid->setColumnStretch(1, 1);
    grid->addWidget(plainLabel(u"caption"_s, tr("Consumer key")), 0, 0);
    grid->addWidget(m_key, 0, 1);
    grid->addWidget(m_showKey, 0, 2);
    grid->addWidget(plainLabel(u"caption"_s, tr("Consumer secret")), 1, 0);
    grid->addWidget(m_secret, 1, 1);
    grid->addWidget(m_showSecret, 1, 2);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_place, 1);
    foot->addWidget(m_askKeychain, 0, Qt::AlignTop);
    foot->addWidget(m_revert);
    foot->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(grid);
    layout->addLayout(foot);
    // First from field to field, which is the order for pasting two keys.
    setTabOrder(m_key, m_secret);
    setTabOrder(m_secret, m_showKey);
    setTabOrder(m_showKey, m_showSecret);
}

int KeysForm::captionWidth() const
{
    const QFontMetrics metrics(Theme::font(u"base"_s));
    return std::max({Theme::length(u"captionWidth"_s),
                     metrics.horizontalAdvance(tr("Consumer key")),
                     metrics.horizontalAdvance(tr("Consumer secret"))});
}

void KeysForm::paintIcons()
{
    for (QToolButton *button : {m_showKey, m_showSecret})
        button->setIcon(m_theme.icon(button->isChecked() ? u"eye-off"_s : u"eye"_s, u"mute"_s));
}

void KeysForm::setEnvironment(const Environment &environment)
{
    const bool another = environment.id != m_environment.id;
    m_environment = environment;
    if (another) {
        hideKeys();
        showProblem({});
        const Credentials typed = m_drafts.keys(environment.id);
        m_key->setTyped(typed.consumerKey);
        m_secret->setTyped(typed.consumerSecret);
    }
    refresh();
}

void KeysForm::showDraft()
{
    const Credentials typed = m_drafts.keys(m_environment.id);
    // The draft was saved, used or reverted elsewhere.
    if ((m_key->isTyped() && typed.consumerKey.isEmpty())
        || (m_secret->isTyped() && typed.consumerSecret.isEmpty())) {
        hideKeys();
        m_key->setTyped(typed.consumerKey);
        m_secret->setTyped(typed.consumerSecret);
        showProblem({});
    }
    refresh();
}

void KeysForm::refresh()
{
    const KeysState keys = m_keyRing.state(m_environment.id);
    const bool stored
        = keys.kind == KeysState::Kind::StoredSecret || keys.kind == KeysState::Kind::BuiltIn;
    m_key->setPlaceholder(stored ? keys.maskedKey : tr("Paste the consumer key"), stored);
    m_secret->setPlaceholder(stored ? maskedSecret() : tr("Paste the consumer secret"), stored);
    for (SecretField *field : {m_key, m_secret}) {
        field->setAccessibleDescription(field->isTyped() ? tr("Not saved yet")
                                            : stored     ? tr("Stored, masked")
                                                         : tr("Empty"));
    }
    const bool edited = m_drafts.isEdited(m_environment.id);
    m_revert->setVisible(edited);
    m_save->setVisible(edited);
    // A problem is shown in place of the line, so that nothing moves when it appears or disappears.
    m_place->setText(m_problem.isEmpty() ? placeWords(keys) : m_problem);
    setStyleProperty(m_place, "warning",
                     !m_problem.isEmpty() || keys.kind == KeysState::Kind::Unrecognised
                         || (isWithoutKeychain(keys) && !waitsForKeychain(keys)));
    offerKeychain(keys);
}

bool KeysForm::waitsForKeychain(const KeysState &keys) const
{
    const bool concerned = keys.kind == KeysState::Kind::Unknown || keys.storing
        || isWithoutKeychain(keys)
        || m_tokens.state(m_environment.id).activity == TokenState::Activity::Keychain;
    return concerned && m_keychain.state() == KeychainWithTimeout::State::Slow;
}

void KeysForm::offerKeychain(const KeysState &keys)
{
    const bool waits = waitsForKeychain(keys);
    m_askKeychain->setText(waits ? tr("Do not wait") : tr("Try again"));
    m_askKeychain->setAccessibleName(waits ? tr("Do not wait for the keychain")
                                           : tr("Try the keychain again"));
    m_askKeychain->setToolTip(
        waits ? tr("Continues without the keychain: what you enter is kept in memory")
              : tr("Asks the keychain again, and stores in it what is in memory"));
    m_askKeychain->setVisible((waits || isWithoutKeychain(keys)) && m_problem.isEmpty());
}

void KeysForm::askKeychain()
{
    if (waitsForKeychain(m_keyRing.state(m_environment.id)))
        m_keyRing.keychain().giveUp();
    else
        m_keyRing.retryKeychain(m_environment);
}

QString KeysForm::placeWords(const KeysState &keys) const
{
    const QString keychain = m_keychain.name().isEmpty()
        ? tr("the system keychain")
        : tr("the system keychain (%1)").arg(m_keychain.name());
    if (waitsForKeychain(keys)) {
        return tr("The keychain has not answered for %n second(s). It may be asking for its "
                  "password or permission in another window.",
                  nullptr, m_keychain.secondsWaited());
    }
    switch (keys.kind) {
    case KeysState::Kind::Unknown:
        return tr("Reading %1 …").arg(keychain);
    case KeysState::Kind::None:
        return tr("Will be kept in %1").arg(keychain);
    case KeysState::Kind::BuiltIn:
        return tr("The simulator's own keys, the same for everybody");
    case KeysState::Kind::Unreadable:
        return tr("The keychain can't be read: %1. Keys entered now are kept in memory until "
                  "Tokeni "
                  "quits.")
            .arg(keys.place.reason);
    case KeysState::Kind::Unrecognised:
        return tr("What %1 has for this environment is not a pair of keys. Keys saved here replace "
                  "it.")
            .arg(keychain);
    case KeysState::Kind::StoredSecret:
        break;
    }
    if (keys.storing)
        return tr("Storing in %1 …").arg(keychain);
    const QString text = keptWords(keys, keychain);
    return keys.trimmed ? text + u" · "_s + tr("white space around them was removed") : text;
}

QString KeysForm::keptWords(const KeysState &keys, const QString &keychain) const
{
    if (keys.place.kind == SecretLocation::Kind::Memory && keys.place.keychainHasEarlier) {
        return tr("Kept in memory until Tokeni quits, because the keychain did not store them: %1. "
                  "It still has the earlier keys.")
            .arg(keys.place.reason);
    }
    if (keys.place.kind == SecretLocation::Kind::Memory) {
        return tr("Kept in memory until Tokeni quits, because the keychain did not store them: %1")
            .arg(keys.place.reason);
    }
    return m_keychain.isLocked() ? tr("Kept in %1, which is locked now").arg(keychain)
                                 : tr("Kept in %1").arg(keychain);
}

void KeysForm::paste(const Secret &text)
{
    if (!takePasted(text, PasteTarget::Window))
        Q_EMIT message(tr("What was copied contains no keys of Daraja"));
}

bool KeysForm::takePasted(const Secret &text, PasteTarget target)
{
    auto keys = readPastedKeys(text, target, m_environment.kind());
    if (!keys)
        return false;
    if (keys->ambiguous)
        showProblem(tr("What was pasted has keys of several environments. Paste only those of one, "
                       "or import the file."));
    else
        fillIn(std::move(*keys));
    return true;
}

void KeysForm::fillIn(PastedKeys keys)
{
    const QString id = m_environment.id;
    const auto before = std::make_shared<const Credentials>(m_drafts.keys(id));
    const QString taken = keys.message();
    Credentials after = before->clone();
    if (!keys.credentials.consumerKey.isEmpty())
        after.consumerKey = std::move(keys.credentials.consumerKey);
    if (!keys.credentials.consumerSecret.isEmpty())
        after.consumerSecret = std::move(keys.credentials.consumerSecret);
    setTyped(id, after);
    // The text may be meant for another environment.
    if (keys.isForAnother(m_environment)) {
        showProblem(tr("What was pasted is for %1, not for “%2”. Check that these are the right "
                       "keys before you save them.")
                        .arg(keys.host, isolated(m_environment.name)));
    }
    Q_EMIT message(taken);
    Q_EMIT filledIn([this, id, before] { setTyped(id, *before); });
}

void KeysForm::setTyped(const QString &environmentId, const Credentials &typed)
{
    m_drafts.setKeys(environmentId, typed.clone());
    if (environmentId != m_environment.id)
        return;
    hideKeys();
    m_key->setTyped(typed.consumerKey);
    m_secret->setTyped(typed.consumerSecret);
    showProblem({});
    refresh();
}

void KeysForm::focusKey()
{
    m_key->setFocus(Qt::OtherFocusReason);
}

void KeysForm::focusSecret()
{
    m_secret->setFocus(Qt::OtherFocusReason);
}

void KeysForm::showStored(SecretField &field, QToolButton &toggle, bool shown)
{
    toggle.setIcon(m_theme.icon(shown ? u"eye-off"_s : u"eye"_s, u"mute"_s));
    field.setShown(shown);
    if (field.isTyped())
        return;
    if (!shown) {
        field.forget();
        return;
    }
    if (!m_reading)
        m_reading = std::make_unique<QObject>();
    m_keyRing.read(m_environment, m_reading.get(), [this, &field, &toggle](const auto &stored) {
        if (toggle.isChecked() && !field.isTyped() && stored)
            field.showStored(&field == m_key ? stored->consumerKey : stored->consumerSecret);
    });
}

void KeysForm::hideKeys()
{
    m_reading.reset();
    m_showKey->setChecked(false);
    m_showSecret->setChecked(false);
}

void KeysForm::showProblem(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    refresh();
}

} // namespace tokeni
