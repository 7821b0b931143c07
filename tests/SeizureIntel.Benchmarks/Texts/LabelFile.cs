using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>Files with what a person read, beside which the product is held.</summary>
internal static class LabelFile
{
    /// <summary>The folder of the labels that belong to the project.</summary>
    public static string Folder { get; } = Path.Combine(Surroundings.Root, "tests", "SeizureIntel.Benchmarks", "reading");

    /// <summary>The rows below the header.</summary>
    /// <param name="file">A path, or a name in <see cref="Folder"/>.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <exception cref="System.FormatException">The file is damaged.</exception>
    public static async Task<IReadOnlyList<List<string>>> RowsAsync(string file, CancellationToken stop)
    {
        string path = Path.Combine(Folder, file);
        return [.. CsvRecords.Read(path, await File.ReadAllTextAsync(path, stop)).Skip(1).Select(r => r.Cells)];
    }
}
