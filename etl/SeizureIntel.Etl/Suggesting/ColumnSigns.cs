using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What is known of a column before it is weighed.</summary>
/// <param name="Values">Its cells.</param>
/// <param name="Unit">The unit that its name has.</param>
/// <param name="Name">Its name, written out.</param>
/// <param name="Own">What of its cells is learned.</param>
/// <param name="Beside">What of the columns beside it is learned.</param>
internal sealed record ColumnSigns(
    ValueSigns Values,
    HeaderUnit Unit,
    string Name,
    IReadOnlyCollection<uint> Own,
    IReadOnlyCollection<uint> Beside
)
{
    /// <summary>The columns of a file, in its order.</summary>
    public static ColumnSigns[] Of(
        IReadOnlyList<ColumnProfile> columns,
        CodeListSet lists,
        GoodsFinder? goods,
        ColumnWords words,
        CancellationToken stop
    )
    {
        var features = new ValueFeatures(lists);
        string[] names = [.. columns.Select(c => words.WrittenOut(c.Name, c.IsNested))];
        string?[] said = [null, .. names.Select(words.FieldOf), null];
        return
        [
            .. columns.Select(
                (c, i) =>
                {
                    stop.ThrowIfCancellationRequested();
                    var values = new ValueSigns(c, lists, goods);
                    HeaderUnit unit = HeaderUnit.Of(c.Name, lists);
                    return new ColumnSigns(values, unit, names[i], features.Of(values, unit), ValueFeatures.Beside(said[i], said[i + 2]));
                }
            ),
        ];
    }
}
