// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

class QJsonValue;

namespace tokeni {

/*! Collects the texts of a structured answer, each under its name, and chooses those that tell what
 *  went wrong. Names are compared without letter case, signs between words and an XML prefix, so
 *  "errorMessage", "error_message" and "ns:ErrorMessage" are the same. */
class AnswerFields
{
public:
    /*! Adds what \a body contains if it is a JSON object or array, an XML document or a form. Reads
     *  at most 500 values, 12 levels deep. True if it is JSON. */
    bool read(QByteArrayView body);

    /*! The text under the name that fits best, as it was sent; empty if there is none. */
    [[nodiscard]] QString code() const { return m_code.text; }
    /*! The same. Title and detail of a problem (RFC 9457) come together; if no name fits, it is the
     *  first text that consists of several words. */
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString requestId() const { return m_requestId.text; }

private:
    // The best text so far. A lower rank is better; among equal ones, the first.
    struct Choice
    {
        QString text;
        qsizetype rank = 0;

        void offer(const QString &other, qsizetype otherRank);
    };

    void readJson(const QJsonValue &value, const QString &name, int depth);
    void readXml(QByteArrayView body);
    void readForm(const QString &body);
    void add(const QString &name, const QString &text);

    Choice m_code;
    Choice m_words;
    Choice m_requestId;
    QString m_title;
    int m_count = 0;
};

} // namespace tokeni
