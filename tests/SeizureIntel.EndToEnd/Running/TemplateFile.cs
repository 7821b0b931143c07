using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>A file in the template's format, of any number of rows, with identifiers in columns and texts that screening stops.</summary>
public static class TemplateFile
{
    private const string Header =
        "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,suspect_name,passport_number,narrative\n";

    /// <summary>What no file of ours may hold.</summary>
    public static IReadOnlyList<string> Identifiers { get; } = ["Quortle", "XK4471", "zebediah.q"];

    public static byte[] WithIdentifiers(string references, int rows)
    {
        var text = new StringBuilder(Header);
        for (int row = 0; row < rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{references}-{row},NL,2024-{(row % 12) + 1:00}-{(row % 28) + 1:00},NL,H01,cocaine,")
                .Append(CultureInfo.InvariantCulture, $"{row + 1},kg,Zebediah Quortle,XK4471{row:000000},")
                .Append(CultureInfo.InvariantCulture, $"Bag {row} in a reefer; write to zebediah.q{row}@example.org\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
