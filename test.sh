#!/usr/bin/env bash
# Runs every test. Needs a Debian machine with the .NET 10 SDK; sets up the rest itself.
#   ./test.sh                                     all tests
#   ./test.sh --filter "FullyQualifiedName~Uid"   further arguments go to `dotnet test`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export UseSharedCompilation=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
configuration=Release

# What the tests need beside the SDK: pairs of "command:Debian package that brings it".
# The browser shows the verdict card; SQLite comes as a NuGet package.
needed=(chromium:chromium pdftotext:poppler-utils)

install() {
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo > /dev/null || ! sudo -n true 2> /dev/null; then
      echo "test.sh: may not install $*; the tests that need it will say so" >&2
      return 0
    fi
    as_root=(sudo -n)
  fi
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq -y --no-install-recommends "$@" > /dev/null
}

missing=()
for pair in "${needed[@]}"; do
  command -v "${pair%%:*}" > /dev/null || missing+=("${pair#*:}")
done
[ ${#missing[@]} = 0 ] || install "${missing[@]}"

dotnet restore Toolkit.sln --locked-mode
dotnet build Toolkit.sln --no-restore --configuration "$configuration" -graph

# One run over all test assemblies: much faster than testing the solution, and a hanging test is named.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test artifacts/bin/*.Tests/"${configuration,,}"/*.Tests.dll \
  --blame-hang-timeout 5m --blame-hang-dump-type none --results-directory artifacts/test-results "$@" 2>&1 | tee "$log" || status=$?

# The closing line; a filter that matches nothing exits with 0, so count.
awk '/^(Passed|Failed)! +- Failed:/ {
       gsub(/[,:]/, " ")
       for (i = 1; i <= NF; i++) {
         if ($i == "Failed") failed += $(i + 1)
         if ($i == "Passed") passed += $(i + 1)
         if ($i == "Skipped") skipped += $(i + 1)
       }
     }
     END {
       printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
       if (passed + failed + skipped == 0) exit 3
       if (failed > 0) exit 1
     }' "$log" || { code=$?; [ "$status" != 0 ] || status=$code; }
exit "$status"
