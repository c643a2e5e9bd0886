# What the scripts in build/ share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
logs=$root/artifacts/logs

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# dotnet and NuGet keep files in the home folder, which service accounts may lack.
if [[ ! -w ${HOME:-} ]]; then
  export HOME=$root/artifacts/home
  mkdir -p "$HOME"
fi

say() { printf '%s\n' "$*" >&2; }

# Ends the script because it was called wrongly.
misuse() { say "$(basename "$0"): $*"; say "Try build/$(basename "$0") --help."; exit 2; }

# Prints the comment at the head of the calling script: that is its help.
print_help() { sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//;p}' "$0"; }

# Puts a dotnet whose SDK satisfies global.json first on PATH, wherever it is installed.
find_dotnet() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:+$DOTNET_ROOT/dotnet}" "${HOME:-}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet; do
    if [[ -x $candidate ]] && (cd "$root" && "$candidate" --version) >/dev/null 2>&1; then
      [[ $candidate == "$(command -v dotnet || true)" ]] || export PATH="${candidate%/dotnet}:$PATH" DOTNET_ROOT="${candidate%/dotnet}"
      return 0
    fi
  done
  return 1
}

# dotnet_logged LOG ARGS...: runs dotnet quietly; when it fails, shows the errors once each and where the whole log is.
dotnet_logged() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if dotnet "$@" >"$log" 2>&1; then
    return 0
  fi
  local errors
  errors=$(grep -E '(^|[^[:alnum:]])error [A-Z]+[0-9]+ ?:|: error ?:|^MSBUILD : error' "$log" | sed -E "s#^[[:space:]]*##;s#$root/##g;s# \[[^]]*\]\$##" | sort -u || true)
  if [[ -n $errors ]]; then
    printf '%s\n' "$errors" | head -n 40 >&2
  else
    tail -n 40 "$log" >&2
  fi
  say "The whole log: $log"
  return 1
}

# changed_since STAMP FOLDER: whether a source of the packages, the build files or FOLDER is newer than STAMP.
# A folder counts too: its time changes when a file in it is added, removed or renamed.
changed_since() {
  local stamp=$1 folder=$2
  [[ -e $stamp ]] || return 0
  [[ -n $(find "$root" -mindepth 1 \
    \( -name artifacts -o -name '.*' -o -name tests -o -name samples -o -name bin -o -name obj \) -type d -prune \
    -o ! -name '*.md' -newer "$stamp" -print -quit) ]] && return 0
  [[ -n $(find "$root/$folder" \( -name bin -o -name obj -o -name __pycache__ \) -prune \
    -o ! -name '*.md' -newer "$stamp" -print -quit) ]]
}

# ensure_built FOLDER [PROJECT]: builds the program of FOLDER (Release) unless nothing changed since the last time; sets $program to its
# dll. The project has the folder's name if it is not given.
ensure_built() {
  local folder=$1
  local name=${2:-$(basename "$1")}
  local stamp=$root/artifacts/stamps/$name
  program=$root/artifacts/bin/$name/release/$name.dll
  if [[ -e $program ]] && ! changed_since "$stamp" "$folder"; then
    return 0
  fi
  say "Building $name ..."
  mkdir -p "$(dirname "$stamp")"
  touch "$stamp.new"
  dotnet_logged "$logs/build-$name.log" build "$root/$folder" -c Release -v quiet --nologo -p:GenerateFullPaths=true || return 1
  # The time of the stamp is from before the build, so that a change made meanwhile is seen the next time.
  mv "$stamp.new" "$stamp"
}
