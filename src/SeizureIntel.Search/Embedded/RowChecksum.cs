using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Fields;
using SeizureIntel.Loops;
using SeizureIntel.Search.Columns;

namespace SeizureIntel.Search.Embedded;

/// <summary>The checksum of rows, as the store computes it of its seizures.</summary>
internal sealed class RowChecksum(IndexSnapshot snapshot)
{
    private readonly ColumnView _ids = snapshot.Ids;
    private readonly ColumnView _countries = snapshot["reporting_country"];
    private readonly ColumnView _dates = snapshot["seizure_date"];
    private readonly ColumnView _headings = snapshot["heading"];
    private readonly ColumnView _products = snapshot["product"];
    private readonly ColumnView _units = snapshot["unit"];
    private readonly ColumnView _quantities = snapshot["quantity"];

    /// <summary>The sum over rows; it does not depend on their order.</summary>
    public ulong Of(RowSet rows)
    {
        ulong sum = 0;
        Parallel.For(
            0,
            rows.Blocks,
            SideBySide.Here(),
            () => (Sum: 0UL, Rows: new int[RowSet.Block]),
            (block, _, part) =>
            {
                foreach (int row in part.Rows.AsSpan(0, rows.Read(block, part.Rows)))
                    part.Sum = unchecked(part.Sum + Of(row));
                return part;
            },
            part => Interlocked.Add(ref sum, part.Sum)
        );
        return sum;
    }

    private ulong Of(int row)
    {
        int quantity = _quantities.Codes[row];
        return SeizureChecksum.Of(
            Text(_ids, row),
            Text(_countries, row),
            (int)_dates.Column.Numbers[_dates.Codes[row]],
            Text(_headings, row),
            Text(_products, row),
            Text(_units, row),
            quantity == 0 ? null : _quantities.Column.Numbers[quantity]
        );
    }

    private static ReadOnlySpan<byte> Text(ColumnView column, int row) => column.Column.Texts.Utf8(column.Codes[row]);
}
