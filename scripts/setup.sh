# Sets up .venv in the clone from a hash-pinned lock; sourced by try and test.
# usage: set_up LOCK      afterwards $python is the environment's Python

find_python() {
    for candidate in ${DETENTE_PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "No Python 3.11, 3.12 or 3.13 with venv was found. Install one, or name it in DETENTE_PYTHON." >&2
    exit 2
}

set_up() {
    lock=$1
    if [ -x .venv/Scripts/python.exe ]; then python=.venv/Scripts/python.exe; else python=.venv/bin/python; fi
    stamp=$(cat "$lock" pyproject.toml | cksum)
    if [ -x "$python" ] && [ "$(cat ".venv/$lock.stamp" 2>/dev/null)" = "$stamp" ]; then return; fi
    if [ ! -x "$python" ]; then
        base=$(find_python)
        echo "Setting up .venv with $("$base" --version) ..."
        "$base" -m venv .venv || { echo "The environment could not be made; is the venv module installed?" >&2; exit 2; }
        if [ -x .venv/Scripts/python.exe ]; then python=.venv/Scripts/python.exe; fi
    fi
    echo "Installing what $lock names (once; about a minute) ..."
    install --only-binary :all: --require-hashes -r "$lock"
    install --no-deps --no-build-isolation -e .
    rm -f .venv/*.stamp
    echo "$stamp" >".venv/$lock.stamp"
}

install() {
    "$python" -m pip install --quiet --quiet --disable-pip-version-check --no-input "$@" && return
    echo "Installation failed; see the lines above. Without a network connection it cannot be done." >&2
    exit 2
}
