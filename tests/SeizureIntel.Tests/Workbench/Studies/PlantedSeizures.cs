using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SeizureIntel.Tests.Workbench.Studies;

/// <summary>Two years of seizures made to be told apart: a few large groups, and groups of one to four by country, product, route, hiding place and
/// month.</summary>
internal static class PlantedSeizures
{
    /// <summary>Seizures of the year 2024: 211 + 97 + 61 + 43 + 3 + 2 + 4 + 1 + 3 + 1.</summary>
    public const int InYear = 426;

    private static readonly int[] AllMonths = [.. Enumerable.Range(1, 12)];

    /// <summary>The planted groups. France's pistols and Italy's banknotes share their month, so that only small counts differ between two splits of
    /// their six seizures.</summary>
    private static (string Fields, int Before, int Now, int[] Months)[] Groups(int pistols) =>
        [
            ("NL,H01,cocaine,12,KGM,CO,NL,1,5.1", 169, 211, AllMonths),
            ("ES,H02,cigarettes,4000,STICK,MA,ES,3,3.4", 78, 97, AllMonths),
            ("DE,H01,cannabis_herb,2,KGM,NL,DE,4,2.2", 49, 61, [1, 2, 4, 5, 7, 8, 10, 11]),
            ("BE,H01,cocaine,30,KGM,EC,BE,1,4.3", 34, 43, [2, 3, 5, 6, 8, 9, 11, 12]),
            ("PT,H01,heroin,1,KGM,AF,PT,4,1.3", 3, 3, [3]),
            ("FR,H08,pistol,2,H87,RS,FR,3,3.4", 2, pistols, [6]),
            ("IT,H09,banknotes,100,H87,IT,CH,3,3.4", 4, 6 - pistols, [6]),
            ("AT,H02,cigarettes,100,STICK,UA,AT,3,9.2", 1, 1, [12]),
            ("NL,H01,mdma,1,KGM,NL,AU,5,9.2", 3, 3, [4]),
            ("NL,H01,cocaine,1,KGM,PE,NL,4,1.3", 0, 1, [7]),
        ];

    /// <summary>The file, with one seizure above the ceiling of a CLEAR edition.</summary>
    /// <param name="pistols">How many of six seizures are France's pistols; the others are Italy's banknotes.</param>
    public static byte[] File(int pistols)
    {
        var csv = new StringBuilder(
            "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,departure_country,destination_country,"
                + "mode_of_transport,concealment,marking\n"
        );
        int at = 0;
        foreach ((string fields, int before, int now, int[] months) in Groups(pistols))
        {
            Rows(fields, 2023, before, months);
            Rows(fields, 2024, now, months);
        }

        Row("NL,H01,cocaine,12,KGM,CO,NL,1,5.1", new DateOnly(2024, 5, 5), "TLP:AMBER");
        return Encoding.UTF8.GetBytes(csv.ToString());

        void Rows(string fields, int year, int count, int[] months)
        {
            for (int i = 0; i < count; i++)
                Row(fields, new DateOnly(year, months[i % months.Length], 1 + (i * 7 % 28)), "TLP:CLEAR");
        }

        void Row(string fields, DateOnly day, string marking)
        {
            string[] f = fields.Split(',');
            IEnumerable<string> cells =
            [
                string.Create(CultureInfo.InvariantCulture, $"P-{++at:0000}"),
                f[0],
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                f[0],
                .. f[1..],
                marking,
            ];
            csv.Append(string.Join(',', cells)).Append('\n');
        }
    }
}
