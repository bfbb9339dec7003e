#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fresh.sh [--keep FOLDER] [--as root|user] SUITE [run] [test]: tries the README's first two commands,
# packaging/run.sh and packaging/test.sh, on a new Debian SUITE (bookworm, trixie, sid) that has
# nothing installed yet. It does so as root and as an ordinary user with sudo, each in a system of
# its own with a clean copy of HEAD, and says what failed. Exit status 0 when nothing did.
#
# The systems are folders under TMPDIR (some 15 GB), made by debootstrap from the mirror that this
# machine's apt uses. They have their own mounts and processes, which end with this script, and are
# removed at the end. With --keep they are made in FOLDER and stay, and the next run goes on in them.
# Logs and a picture of the window are left in build/fresh. Wants root, xvfb, xdotool and debootstrap.
# shellcheck disable=SC2317
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/needs.sh
. packaging/needs.sh

usage() {
    echo "fresh.sh [--keep FOLDER] [--as root|user] bookworm|trixie|sid [run] [test]" >&2
    exit 2
}

# The longest that a step may take, in seconds.
longest=10800
logs=$PWD/build/fresh

# inside SYSTEM ACCOUNT COMMAND: in the copy of the tree, with nothing of this machine's environment.
inside() {
    local system=$1 account=$2 command=$3
    chroot "$system" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        LANG=C.UTF-8 TERM=dumb HOME=/root \
        timeout "$longest" runuser -l "$account" -c "cd ~/tokeni && $command" </dev/null
}

# A bare system in FOLDER/bare, and what has been downloaded for any of them in FOLDER/archives.
make_bare() {
    local folder=$1 suite=$2 mirror proxy=
    [ ! -e "$folder/bare.done" ] || return 0
    # The site's own archive, not the one of security updates.
    # shellcheck disable=SC2016
    mirror=$(apt-get indextargets --format '$(REPO_URI)' \
        'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | head -n 1)
    [ -n "$mirror" ] || { echo "This machine's apt has no source of Debian's packages." >&2; exit 1; }
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    echo "Making a bare $suite …"
    http_proxy=${proxy:-${http_proxy:-}} debootstrap --variant=minbase "$suite" "$folder/bare" "$mirror" \
        >"$logs/$suite-debootstrap.log" 2>&1 ||
        { tail -n 5 "$logs/$suite-debootstrap.log" >&2; exit 1; }
    # Proxies, and what it thinks of dates.
    apt-config dump | grep -E '^Acquire::(https?::|Check-)' >"$folder/bare/etc/apt/apt.conf.d/50machine" || true
    mkdir -p "$folder/archives"
    touch "$folder/bare.done"
}

# A copy of it for ACCOUNT in FOLDER/ACCOUNT, mounted, with the tree in its home.
make_system() {
    local folder=$1 account=$2 system=$1/$2 home=/root
    if [ ! -e "$folder/$account.done" ]; then
        rm -rf --one-file-system "$system"
        cp -a "$folder/bare" "$system"
    fi
    cp -L /etc/resolv.conf /etc/hosts "$system/etc/"
    mount -t proc proc "$system/proc"
    mount -t sysfs -o ro sysfs "$system/sys"
    mount --rbind /dev "$system/dev"
    mount -t tmpfs tmpfs "$system/dev/shm"
    mount --bind "$folder/archives" "$system/var/cache/apt/archives"
    if [ "$account" = user ] && [ ! -e "$folder/$account.done" ]; then
        chroot "$system" apt-get update -q
        chroot "$system" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends sudo
        chroot "$system" useradd -m -s /bin/bash user
        echo 'user ALL=(ALL) NOPASSWD: ALL' >"$system/etc/sudoers.d/user"
    fi >>"$logs/$suite-debootstrap.log" 2>&1
    # As a system has it that was booted.
    mkdir -p "$system/tmp/.X11-unix"
    chmod 1777 "$system/tmp/.X11-unix"
    touch "$folder/$account.done"
    [ "$account" = root ] || home=/home/user
    mkdir -p "$system$home/tokeni"
    git -c safe.directory="$PWD" archive HEAD | tar -x -C "$system$home/tokeni"
    chroot "$system" chown -R "$account:" "$home/tokeni"
}

# Builds and opens the window, which is closed as a user would, by Ctrl+Q.
try_run() {
    local system=$1 account=$2 picture=$3 started=$SECONDS window=
    mount --bind /tmp/.X11-unix "$system/tmp/.X11-unix"
    inside "$system" "$account" "DISPLAY=$DISPLAY packaging/run.sh" &
    local command=$!
    while kill -0 "$command" 2>/dev/null && [ $((SECONDS - started)) -lt "$longest" ]; do
        window=$(xdotool search --onlyvisible --name 'Tokeni$' 2>/dev/null | head -n 1) || true
        [ -z "$window" ] || break
        sleep 1
    done
    if [ -n "$window" ]; then
        sleep 5
        ! command -v import >/dev/null || import -window "$window" "$picture"
        xdotool windowfocus --sync "$window" key ctrl+q
    fi
    wait "$command" && [ -n "$window" ]
}

try_test() {
    inside "$1" "$2" packaging/test.sh
}

# What runs with mounts and processes of its own: the steps, each told as it ends.
tries() {
    local folder=$1 suite=$2 account step log failed=0
    make_bare "$folder" "$suite"
    for account in $accounts; do
        make_system "$folder" "$account"
        for step in "${steps[@]}"; do
            log=$logs/$suite-$account-$step.log
            if "try_$step" "$folder/$account" "$account" "${log%.log}.png" >"$log" 2>&1; then
                echo "$suite, $account, $step: good"
            else
                failed=1
                echo "$suite, $account, $step: FAILED; the end of $log:"
                { grep -A 100 'The following tests FAILED' "$log" || tail -n 20 "$log"; } | sed 's/^/    /'
            fi
        done
    done
    return "$failed"
}

keep='' accounts="root user" steps=()
while [ $# -gt 0 ]; do
    case $1 in
    --keep) [ $# -gt 1 ] || usage; keep=$2; shift ;;
    --as) [ $# -gt 1 ] || usage; accounts=$2; shift ;;
    run | test) steps+=("$1") ;;
    bookworm | trixie | sid) [ -z "${suite:-}" ] || usage; suite=$1 ;;
    *) usage ;;
    esac
    shift
done
case "${suite:-},$accounts" in
,* | *,) usage ;;
*,root | *,user | *,"root user") ;;
*) usage ;;
esac
[ ${#steps[@]} -gt 0 ] || steps=(run test)
if [ "$(id -u)" != 0 ]; then
    echo "fresh.sh needs root, for the systems that it makes: sudo packaging/fresh.sh $suite" >&2
    exit 1
fi

if [ -n "${TOKENI_FRESH_FOLDER:-}" ]; then
    tries "$TOKENI_FRESH_FOLDER" "$suite"
    exit
fi

need debootstrap xvfb xdotool git
mkdir -p "$logs" /tmp/.X11-unix
folder=$keep
[ -n "$folder" ] || folder=$(mktemp -d "${TMPDIR:-/tmp}/tokeni-fresh.XXXXXX")
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
xvfb='' tries=''
end() {
    # unshare takes no milder one, and what is inside goes with it.
    [ -z "$tries" ] || kill -KILL "$tries" 2>/dev/null || true
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    wait
    rm -f "$folder/display"
    [ -n "$keep" ] || rm -rf --one-file-system "$folder" || { sleep 2; rm -rf --one-file-system "$folder"; }
}
trap end EXIT
trap 'exit 130' INT TERM

exec 3>"$folder/display"
Xvfb -displayfd 3 -noreset -screen 0 1600x1200x24 -nolisten tcp -ac >/dev/null 2>&1 &
xvfb=$!
exec 3>&-
for _ in $(seq 600); do
    [ -s "$folder/display" ] && break
    sleep 0.1
done
[ -s "$folder/display" ] || { echo "Xvfb gave no display." >&2; exit 1; }
DISPLAY=:$(cat "$folder/display")
export DISPLAY
# --kill-child: whatever ends it ends all that is inside, and the mounts go with the last process.
TOKENI_FRESH_FOLDER=$folder unshare --mount --pid --ipc --fork --kill-child --mount-proc \
    packaging/fresh.sh --as "$accounts" "$suite" "${steps[@]}" &
tries=$!
status=0
wait "$tries" || status=$?
tries=
exit "$status"
