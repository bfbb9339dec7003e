// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/controls/accessible.h"
#include "gui/controls/menubutton.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStyleFactory>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

void dressOnce()
{
    static bool dressed = false;
    if (std::exchange(dressed, true))
        return;
    QApplication::setApplicationName(u"tokeni"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    const Theme theme(Theme::Scheme::Light);
    QApplication::setFont(Theme::font(u"base"_s));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet());
    installAccessibleLabels();
    installMenuButtonAccessibility();
}

void gather(QAccessibleInterface *interface, QStringList &texts)
{
    if (!interface || !interface->isValid())
        return;
    for (const auto kind :
         {QAccessible::Name, QAccessible::Value, QAccessible::Description, QAccessible::Help})
        texts.append(interface->text(kind));
    if (QAccessibleTextInterface *text = interface->textInterface())
        texts.append(text->text(0, text->characterCount()));
}

// One line per row, its cells separated by tabs.
QStringList cellsOf(const QTableView &table)
{
    QStringList rows;
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.model()->columnCount(); ++column)
            cells.append(table.model()->index(row, column).data().toString());
        rows.append(cells.join(u'\t'));
    }
    return rows;
}

bool finished(QProcess &process)
{
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000);
}

} // namespace

WindowDriver::WindowDriver(const World &world, const QList<Environment> &environments)
    : m_file(filePath()), m_parts({world.keychain, m_memory, m_file, world.transport, world.locks,
                                   world.clock, world.patience},
                                  m_settings, m_historyStore)
{
    dressOnce();
    const auto stored = m_file.update(
        *EnvironmentList::from(environments),
        [](EnvironmentList &) -> tl::expected<void, EnvironmentProblem> { return {}; });
    if (!stored)
        qFatal("%s", qPrintable(stored.error().message()));
    m_parts.load();
    m_window = std::make_unique<MainWindow>(
        WindowParts{m_parts.environments, m_parts.keyRing, m_parts.tokens, m_parts.drafts,
                    m_parts.secrets, m_keychainStatus, m_parts.renewal, m_settings, world.clock,
                    world.simulator, &m_files, &m_parts.history},
        m_theme);
    settle();
}

WindowDriver::~WindowDriver()
{
    closeWindow();
    settle();
}

void WindowDriver::closeWindow()
{
    if (m_window)
        m_window->close();
    m_window.reset();
}

bool WindowDriver::show()
{
    m_window->show();
    m_window->activateWindow();
    const bool up = QTest::qWaitForWindowActive(m_window.get());
    settle();
    return up;
}

void WindowDriver::settle()
{
    // An answer may lead to another call.
    for (int quiet = 0; quiet < 3; ++quiet) {
        if (!QTest::qWaitFor([this] { return !m_parts.secrets.isBusy(); }, 20'000))
            qWarning("The keychain does not answer.");
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

bool WindowDriver::isNamed(const QWidget *widget, const QString &name, const QWidget *root)
{
    if (widget->window() != root)
        return false;
    if (widget->accessibleName() == name)
        return true;
    // A button's text is its name if it has no other.
    auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->accessibleName().isEmpty()
        && QString(button->text()).remove(u'&') == name;
}

bool WindowDriver::click(const QString &button, QWidget *root)
{
    auto *found = find<QAbstractButton>(button, root);
    if (!found || !found->isVisible() || !found->isEnabled())
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

bool WindowDriver::type(const QString &field, const QString &text, QWidget *root)
{
    auto *edit = find<QLineEdit>(field, root);
    if (!edit || !edit->isVisible() || !edit->isEnabled())
        return false;
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        QTest::keyClicks(edit, text);
    return true;
}

bool WindowDriver::select(const QString &environmentName)
{
    auto *list = find<QListView>(u"Environments"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString() != environmentName)
            continue;
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
        return selectedName() == environmentName;
    }
    return false;
}

bool WindowDriver::choose(const QString &menuEntry)
{
    auto *button = find<QToolButton>(u"Environment menu"_s);
    if (!button || !button->isVisible() || !button->menu())
        return false;
    for (QAction *action : button->menu()->actions()) {
        if (action->text() == menuEntry && action->isEnabled()) {
            action->trigger();
            return true;
        }
    }
    return false;
}

QWidget *WindowDriver::dialog()
{
    const bool open = QTest::qWaitFor([] {
        return QApplication::activeModalWidget() && QApplication::activeModalWidget()->isVisible();
    });
    return open ? QApplication::activeModalWidget() : nullptr;
}

QString WindowDriver::text(const QString &name, QWidget *root)
{
    if (auto *field = find<QLineEdit>(name, root))
        return field->text();
    if (auto *label = find<QLabel>(name, root))
        return label->text();
    if (auto *page = find<QPlainTextEdit>(name, root))
        return page->toPlainText();
    if (auto *table = find<QTableView>(name, root))
        return cellsOf(*table).join(u'\n');
    return {};
}

QString WindowDriver::selectedName()
{
    const auto *list = find<QListView>(u"Environments"_s);
    return list->currentIndex().data().toString();
}

QStringList WindowDriver::listed()
{
    const auto *list = find<QListView>(u"Environments"_s);
    QStringList names;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        names.append(list->model()->index(row, 0).data().toString());
    return names;
}

QString WindowDriver::everything()
{
    QStringList texts{m_window->windowTitle()};
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        gather(interface, texts);
        if (qobject_cast<QListView *>(widget)) {
            for (int i = 0; i < interface->childCount(); ++i)
                gather(interface->child(i), texts);
        }
        if (auto *label = qobject_cast<QLabel *>(widget))
            texts.append(label->text());
        if (auto *field = qobject_cast<QLineEdit *>(widget))
            texts.append({field->displayText(), field->placeholderText()});
        if (auto *page = qobject_cast<QPlainTextEdit *>(widget))
            texts.append(page->toPlainText());
        if (auto *table = qobject_cast<QTableView *>(widget))
            texts.append(cellsOf(*table));
    }
    return texts.join(u'\n');
}

bool WindowDriver::hasToken()
{
    return text(u"Bearer header"_s).startsWith(u"Authorization: Bearer "_s);
}

QByteArray clipboardAsOthersSeeIt(const QString &target)
{
    QProcess xclip;
    xclip.start(u"xclip"_s, {u"-o"_s, u"-selection"_s, u"clipboard"_s, u"-t"_s, target});
    return finished(xclip) ? xclip.readAllStandardOutput() : QByteArray();
}

bool copyElsewhere(const QByteArray &text, const QString &selection)
{
    // xclip leaves a child behind that keeps the text; it must not inherit our end of a pipe.
    QProcess xclip;
    xclip.setStandardOutputFile(QProcess::nullDevice());
    xclip.setStandardErrorFile(QProcess::nullDevice());
    xclip.start(u"xclip"_s, {u"-i"_s, u"-selection"_s, selection});
    xclip.write(text);
    xclip.closeWriteChannel();
    return finished(xclip) && xclip.exitCode() == 0;
}

FakeWorld::FakeWorld(Keys keys)
{
    if (keys == Keys::NoKeychain)
        keychain.failAll(StoreFault{StoreFault::Kind::Unavailable, u"no such service"_s});
    if (keys != Keys::Stored)
        return;
    for (const Environment &environment : {alpha(), beta()})
        keychain.put(credentialsItem(environment.id),
                     toKeychainItem(keysOf(environment.id)).view().toByteArray());
}

FakeWindowDriver::FakeWindowDriver(Keys keys)
    : FakeWorld(keys), WindowDriver(World{keychain, transport, locks, clock}, {alpha(), beta()})
{ }

void FakeWindowDriver::answer(int number, HttpReply reply)
{
    clock.advance(1);
    transport.answer(number, std::move(reply));
    settle();
}

bool FakeWindowDriver::getToken(const QByteArray &token, const QByteArray &seconds)
{
    const int number = transport.count();
    if (!click(u"Get token"_s) || !QTest::qWaitFor([&] { return transport.count() == number + 1; }))
        return false;
    answer(number, tokenReply(token, seconds));
    return hasToken();
}

Environment FakeWorld::alpha()
{
    Environment environment;
    environment.id = u"alpha"_s;
    environment.name = u"Alpha"_s;
    environment.chosenKind = EnvironmentKind::Custom;
    environment.tokenUrl = QUrl(u"https://alpha.test/oauth?grant_type=client_credentials"_s);
    return environment;
}

Environment FakeWorld::beta()
{
    Environment environment = alpha();
    environment.id = u"beta"_s;
    environment.name = u"Beta"_s;
    environment.tokenUrl = QUrl(u"https://beta.test/oauth?grant_type=client_credentials"_s);
    return environment;
}

Credentials FakeWorld::keysOf(const QString &id)
{
    const QByteArray name = id.toUtf8();
    return {Secret(name + "-consumer-key-0123456789"),
            Secret(name + "-consumer-secret-0123456789")};
}

RealWindowDriver::RealWindowDriver(const Environment &environment)
    : WindowDriver(World{keychain, transport, locks, clock, &simulator}, {environment}),
      m_environment(environment)
{ }

RealWindowDriver::~RealWindowDriver()
{
    closeWindow();
    settle();
    int left = 2;
    for (const QString &name : {credentialsItem(m_environment.id), tokenItem(m_environment.id)})
        keychain.remove(name, &simulator, [&left](const auto &) { --left; });
    if (!QTest::qWaitFor([&left] { return left == 0; }, 10'000))
        qWarning("The keychain items are left behind.");
}

Environment RealWindowDriver::simulatorEnvironment()
{
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        qFatal("%s", qPrintable(free.errorString()));
    Environment environment = defaultEnvironments().first();
    environment.id = newEnvironmentId();
    environment.tokenUrl.setPort(free.serverPort());
    return environment;
}

bool RealWindowDriver::play(const QString &scenario)
{
    auto *box = find<QComboBox>(u"Scenario"_s);
    const int wanted = box ? box->findData(scenario) : -1;
    if (wanted < 0 || !box->isVisible())
        return false;
    // The arrow keys choose like a user; setCurrentIndex() would not count as a choice.
    while (box->currentIndex() != wanted)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    return simulator.scenario() == scenario;
}

QByteArray RealWindowDriver::item(const QString &name)
{
    QByteArray bytes;
    bool answered = false;
    keychain.read(name, &simulator, [&](const auto &stored) {
        answered = true;
        if (stored)
            bytes = stored->view().toByteArray();
    });
    return QTest::qWaitFor([&] { return answered; }, 10'000) ? bytes : QByteArray();
}

} // namespace tokeni
