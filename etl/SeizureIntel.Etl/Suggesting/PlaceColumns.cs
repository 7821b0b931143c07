using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Tells the place from the office, the district and the country by what the other columns hold.</summary>
internal static class PlaceColumns
{
    private const double CoarserPlace = 0.9;
    private const double SaysOffice = 0.7;
    private const double LeastOfOnly = 0.5;
    private const double SomeCountries = 0.5;
    private const double FewCountries = 0.25;
    private const double SomeTowns = 0.25;
    private const int FewestOfWeapons = 2;

    private static readonly string[] OfWeapons = ["firearm_type", "firearm_make", "firearm_model", "calibre", "serial_numbers"];

    private static readonly (string Country, string Place)[] Legs =
    [
        ("departure_country", "departure_place"),
        ("destination_country", "destination_place"),
    ];

    // Of two columns that may be the place, the one that names an office is who reports; the only one is the place.
    public static void Offices(ColumnDraft[] columns)
    {
        if (Array.Exists(columns, c => c.Field == "reporting_service"))
            return;
        if (!Array.Exists(columns, c => c.Field == "place_name"))
        {
            ColumnDraft? place = Array.Find(columns, c =>
                c is { Field: null, Aside: null }
                && c.StrengthOf("place_name") >= ColumnWords.SaysIt
                && c.ProbabilityOf("place_name") >= LeastOfOnly
            );
            if (place is not null)
                (place.Field, place.Confidence, place.Note) = (
                    "place_name",
                    place.ProbabilityOf("place_name"),
                    "no other column names a place"
                );
            return;
        }

        ColumnDraft[] offices =
        [
            .. columns.Where(c =>
                c is { Field: null, Aside: null }
                && c.ProbabilityOf("place_name") + c.ProbabilityOf("reporting_service") >= ColumnAssignment.Threshold
                && c.StrengthOf("reporting_service") >= SaysOffice
            ),
        ];
        if (offices is [{ } only])
            (only.Field, only.Confidence, only.Note) = ("reporting_service", ColumnAssignment.SureEnough, "another column names the place");
        else if (
            offices.Length == 0
            && Array.FindAll(columns, c => c.Field == "place_name") is [{ } named]
            && named.StrengthOf("reporting_service") >= ColumnWords.SaysIt
            && named.StrengthOf("reporting_service") >= named.StrengthOf("place_name")
        )
            (named.Field, named.Note) = ("reporting_service", "its name says an office");
    }

    // Of an office and the post below it, the post is the place.
    public static void PlaceLevels(ColumnDraft[] columns, IReadOnlyList<IReadOnlyList<string>> sample)
    {
        ColumnDraft? place = Array.Find(columns, c => c.Field == "place_name");
        ColumnDraft? finer = place is null
            ? null
            : columns
                .Where(c => c is { Field: null, Aside: null } && c.ProbabilityOf("place_name") >= ColumnAssignment.LeastSaid)
                .FirstOrDefault(c => GoodsLevels.IsKindOf(place, c, sample, CoarserPlace));
        if (finer is null)
            return;
        (finer.Field, finer.Confidence, finer.Note) = (
            "place_name",
            finer.ProbabilityOf("place_name"),
            $"'{place!.Shown}' is the same for each"
        );
        string[] coarse = [.. ((string[])["reporting_service", "admin1"]).Where(f => !Array.Exists(columns, c => c.Field == f))];
        string? other = coarse.FirstOrDefault(f => place.ProbabilityOf(f) >= ColumnAssignment.LeastSaid);
        (place.Field, place.Confidence) = (other, other is null ? 0 : place.ProbabilityOf(other));
    }

    // Town and district both say where.
    public static void Places(ColumnDraft[] columns)
    {
        if (!Array.Exists(columns, c => c.Field == "place_name"))
            return;
        ColumnDraft? second = columns
            .Where(c =>
                c is { Field: null, Aside: null } && c.BestField.Field == "place_name" && c.BestField.Probability >= ColumnAssignment.Sure
            )
            .MaxBy(c => c.BestField.Probability);
        if (second is null)
            return;
        (second.Field, second.Confidence, second.IsPart) = ("place_name", second.BestField.Probability, true);
        foreach (ColumnDraft place in columns.Where(c => c.Field == "place_name"))
            place.IsPart = true;
    }

    // Where one coordinate stands, a column of numbers that is called so is the other.
    public static void Coordinates(ColumnDraft[] columns)
    {
        foreach ((string one, string other) in ((string, string)[])[("latitude", "longitude"), ("longitude", "latitude")])
        {
            if (!Array.Exists(columns, c => c.Field == one) || Array.Exists(columns, c => c.Field == other))
                continue;
            ColumnDraft? named = Array.Find(columns, c =>
                c is { Field: null, Aside: null, Signs.Numbers: >= 0.85 } && c.StrengthOf(other) >= ColumnWords.SaysIt
            );
            if (named is not null)
                (named.Field, named.Confidence, named.Note) = (other, ColumnAssignment.SureEnough, "another column has the " + one);
        }
    }

    // In a table of weapons the country whose name speaks of making is that of the maker.
    public static void Makers(ColumnDraft[] columns)
    {
        if (Array.Exists(columns, c => c.Field == "country_of_manufacture"))
            return;
        ColumnDraft? made = Array.Find(columns, c =>
            c.Field == "firearm_make" && c.Signs.Fit("countries") is { Rows: >= SomeCountries, Codes: > 1 }
        )
            ?? (
                columns.Count(c => c.Field is not null && OfWeapons.Contains(c.Field)) >= FewestOfWeapons
                    ? Array.Find(columns, c => c.Field == "origin_country" && c.StrengthOf("country_of_manufacture") >= LeastOfOnly)
                    : null
            );
        if (made is not null)
            (made.Field, made.Note) = ("country_of_manufacture", "the table is of weapons, and its values are countries");
    }

    // A destination whose cells are towns is a place.
    public static void Towns(ColumnDraft[] columns)
    {
        foreach ((string country, string place) in Legs.Where(l => !Array.Exists(columns, c => c.Field == l.Place)))
        {
            if (
                Array.Find(columns, c => c.Field == country) is { } leg
                && leg.Signs.Fit("countries") is { Rows: < FewCountries, Codes: <= 1 }
                && leg.Signs.Fit("unlocode").Rows >= SomeTowns
            )
                (leg.Field, leg.Note) = (place, "its values are towns");
        }
    }

    public static void Countries(ColumnDraft[] columns)
    {
        ColumnDraft? country = Array.Find(columns, c => c.Field == "country");
        if (country is null && Array.Find(columns, c => c.Aside == "_iso") is { } code)
        {
            (code.Field, code.Aside, code.Confidence) = ("country", null, code.Best.Probability);
            country = code;
        }

        ColumnDraft? reporter = Array.Find(columns, c => c.Field == "reporting_country");
        if (country is not null && reporter is null)
            (country.Also, country.Note) = (
                "reporting_country",
                "no other column names who reports, so the country of seizure stands for it"
            );
    }
}
