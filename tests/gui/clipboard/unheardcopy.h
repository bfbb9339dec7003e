// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

namespace tokeni {

/*! Another program (xclip) that has \a text on the clipboard until this object is destroyed. The
 *  event loop does not run meanwhile, so Qt has not noticed it when the constructor returns. */
class UnheardCopy
{
public:
    explicit UnheardCopy(const QByteArray &text)
    {
        const QString xclip = QStringLiteral("xclip");
        const QStringList clipboard{QStringLiteral("-selection"), QStringLiteral("clipboard")};
        m_xclip.setStandardErrorFile(QProcess::nullDevice());
        m_xclip.start(xclip, QStringList{QStringLiteral("-quiet")} + clipboard);
        m_xclip.write(text);
        m_xclip.waitForBytesWritten(); // Without an event loop nothing else sends them.
        m_xclip.closeWriteChannel();
        for (int tries = 0; tries < 30 && !m_isThere; ++tries) {
            // One second at most, since nobody answers while Qt owns the clipboard.
            QProcess reader;
            reader.start(QStringLiteral("timeout"),
                         QStringList{QStringLiteral("1"), xclip, QStringLiteral("-o")} + clipboard);
            m_isThere = reader.waitForFinished() && reader.readAllStandardOutput() == text;
        }
    }
    ~UnheardCopy()
    {
        m_xclip.kill();
        m_xclip.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(UnheardCopy)

    [[nodiscard]] bool isThere() const { return m_isThere; }

private:
    QProcess m_xclip;
    bool m_isThere = false;
};

} // namespace tokeni
