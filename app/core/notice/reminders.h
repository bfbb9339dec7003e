// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/renewal.h"

namespace tokeni {

/*! A moment in a token's life that its user may want to know of. */
enum class Reminder
{
    FiveMinutes, //!< Five minutes are left; only for a token that lives longer than ten.
    OneMinute, //!< One minute is left; only for a token that lives longer than two.
    Expired
};

/*! Reports each of these moments once per token, if it happens while Tokeni is running. If several
 *  passed while the machine was suspended, only the last is reported.
 *
 *  With automatic renewal on, only reports an expiry that renewal failed to prevent. */
class Reminders : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    Reminders(const Environments &environments, const Tokens &tokens, const Renewal &renewal,
              const Clock &clock, QObject *parent = nullptr);

    /*! False if no reminder is due at any later time. */
    [[nodiscard]] bool isAwake() const { return m_alarm->isSet(); }

Q_SIGNALS:
    void due(const QString &environmentId, tokeni::Reminder reminder);

private:
    struct Watched
    {
        ClockReading askedAt; // Identifies the token.
        std::chrono::milliseconds lifetime;
        qint64 minLeft; // In milliseconds; only moments below this have been reported.
    };

    void look(const QString &environmentId);
    void lookAt(const Environment &environment);
    void lookAtAll();
    void followList();
    [[nodiscard]] bool mayTell(const Environment &environment, Reminder reminder) const;
    void schedule();
    void setAlarm();

    const Environments &m_environments;
    const Tokens &m_tokens;
    const Renewal &m_renewal;
    const Clock &m_clock;
    std::map<QString, Watched> m_watched;
    const std::unique_ptr<Alarm> m_alarm;
    bool m_scheduling = false;
};

/*! The environment's name, preceded by PRODUCTION if it deals with real money. */
[[nodiscard]] QString announcedName(const Environment &environment);
/*! One sentence: which token, and its state. \a millisecondsLeft: at present. */
[[nodiscard]] QString reminderWords(const Environment &environment, Reminder reminder,
                                    qint64 millisecondsLeft);

} // namespace tokeni
