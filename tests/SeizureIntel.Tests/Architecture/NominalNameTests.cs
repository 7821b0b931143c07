using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

public sealed class NominalNameTests
{
    // Whole words of a name; persons_intercepted is a count and stays.
    private static readonly string[] NominalWords =
    [
        "person",
        "persons",
        "surname",
        "forename",
        "firstname",
        "lastname",
        "fullname",
        "alias",
        "birth",
        "dob",
        "passport",
        "identity",
        "driver",
        "licence",
        "license",
        "phone",
        "telephone",
        "mobile",
        "email",
        "mail",
        "address",
        "street",
        "plate",
        "vin",
        "imo",
        "mmsi",
        "iban",
        "account",
        "consignee",
        "consignor",
        "shipper",
        "company",
        "officer",
        "badge",
        "suspect",
        "offender",
        "gender",
        "sex",
        "age",
    ];

    // People who work here sign in: the one place where somebody is named, and never in the same table as a seizure.
    private static readonly string[] OfPeopleWhoWorkHere =
    [
        "SeizureIntel.Accounts.",
        "SeizureIntel.App.Security.",
        "SeizureIntel.Storage.Model.AccountRow",
        "SeizureIntel.Storage.Model.ApiKeyRow",
    ];

    [Fact]
    public void No_field_is_named_like_a_person_a_document_a_plate_or_a_phone()
    {
        IEnumerable<string> found = SeizureFields.All.Select(f => f.Name).Where(n => n != "persons_intercepted" && IsNominal(n.Split('_')));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("SeizureIntel")]
    [InlineData("SeizureIntel.Storage")]
    [InlineData("SeizureIntel.Search")]
    [InlineData("SeizureIntel.App")]
    public void No_property_is_named_like_a_person_a_document_a_plate_or_a_phone(string project)
    {
        var found = new List<string>();
        foreach (
            Type type in Assembly
                .Load(project)
                .GetTypes()
                .Where(t => t.Namespace?.StartsWith("SeizureIntel", StringComparison.Ordinal) == true)
                .Where(t => !OfPeopleWhoWorkHere.Any(n => t.FullName!.StartsWith(n, StringComparison.Ordinal)))
        )
        {
            found.AddRange(
                type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(p => p.Name != nameof(Case.PersonsIntercepted) && IsNominal(Words(p.Name)))
                    .Select(p => $"{type.FullName}.{p.Name}")
            );
        }

        Assert.Empty(found);
    }

    private static bool IsNominal(IEnumerable<string> words) => words.Any(w => NominalWords.Contains(w, StringComparer.OrdinalIgnoreCase));

    private static List<string> Words(string pascal)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= pascal.Length; i++)
        {
            if (i < pascal.Length && !char.IsUpper(pascal[i]))
                continue;
            words.Add(pascal[start..i]);
            start = i;
        }

        return words;
    }
}
