using System.Globalization;
using System.IO;
using System.Text;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>Files in the template's format over three years, a seizure a row.</summary>
internal static class TemplateRows
{
    /// <summary>Writes a file.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">Its name, which is also what its references begin with.</param>
    /// <param name="rows">How many rows.</param>
    /// <returns>Its path.</returns>
    public static string Write(string folder, string name, int rows)
    {
        var text = new StringBuilder("case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,narrative\n");
        for (int row = 0; row < rows; row++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{name}-{row},NL,{2022 + (row % 3)}-{(row % 12) + 1:00}-{(row % 28) + 1:00},NL,H01,cocaine,{row + 1},kg,Bags in a reefer\n"
            );
        string file = Path.Combine(folder, name + ".csv");
        File.WriteAllText(file, text.ToString());
        return file;
    }
}
