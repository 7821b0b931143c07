#!/usr/bin/env bash
# Makes the reference vectors anew, from seeds, with programs of Debian 12:
#   apt-get install --no-install-recommends r-base-core r-bioc-qvalue python3-scipy python3-statsmodels
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export OPENBLAS_NUM_THREADS=1
for script in *.R; do
  [ "$script" = shared.R ] || Rscript "$script"
done
for script in *.py; do
  /usr/bin/python3 "$script"
done
