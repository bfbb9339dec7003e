// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The plugin below is linked in.
#define QT_STATICPLUGIN

#include "gui/theme/svgicon.h"

#include <QIconEngine>
#include <QIconEnginePlugin>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <memory>

namespace tokeni {

namespace {

class SvgIconEngine : public QIconEngine
{
public:
    explicit SvgIconEngine(const QString &path = {}) { load(path); }

    void addFile(const QString &path, const QSize & /*size*/, QIcon::Mode /*mode*/,
                 QIcon::State /*state*/) override
    {
        load(path);
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode /*mode*/,
               QIcon::State /*state*/) override
    {
        m_drawing->render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    bool isNull() override { return !m_drawing->isValid(); }
    [[nodiscard]] QString key() const override { return QStringLiteral("drawing"); }
    [[nodiscard]] QIconEngine *clone() const override { return new SvgIconEngine(*this); }

private:
    void load(const QString &path)
    {
        m_drawing = std::make_shared<QSvgRenderer>();
        if (!path.isEmpty())
            m_drawing->load(path);
        m_drawing->setAspectRatioMode(Qt::KeepAspectRatio);
    }

    // Shared by copies of an icon, since drawing does not modify it.
    std::shared_ptr<QSvgRenderer> m_drawing;
};

} // namespace

QIcon svgIcon(const QString &path)
{
    return QIcon(new SvgIconEngine(path));
}

} // namespace tokeni

/*! For the files that a style sheet names. It is outside the namespace because Q_IMPORT_PLUGIN
 *  expects it there. */
class TokeniDrawingPlugin : public QIconEnginePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QIconEngineFactoryInterface_iid FILE "svgicon.json")

public:
    QIconEngine *create(const QString &path) override { return new tokeni::SvgIconEngine(path); }
};

#include "svgicon.moc"

Q_IMPORT_PLUGIN(TokeniDrawingPlugin)
