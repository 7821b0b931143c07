using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Storage;

/// <summary>Submissions and cases for the tests of store and archive.</summary>
public static class Samples
{
    public static Submission Submission(string id = "sub-1") =>
        new(id, "seizures 2024.csv", "unodc-ids", "sha-of-" + id, 123_456_789_012, new(2024, 5, 17, 8, 30, 15, 123, TimeSpan.Zero));

    public static LoadReport Report(Submission submission, int cases) =>
        new()
        {
            Submission = submission,
            Status = SubmissionStatus.Loaded,
            RowsRead = 12,
            RowsAccepted = 9,
            RowsRejected = 3,
            RowsSkipped = 2,
            Seizures = 11,
            Cases = cases,
            ExactDuplicates = 4,
            ValuesMasked = 5,
            Issues = [new(IssueCode.UnknownCode, "admin1", 7, 13), new(IssueCode.DroppedColumn, "Nome do réu \"x\"", 1, 1)],
            ReadAs = new Dictionary<string, string> { ["format"] = "csv", ["encoding"] = "windows-1252" },
            Seconds = 1.25,
        };

    /// <summary>A case with the fewest things stated.</summary>
    public static Case Bare(int number, Submission submission) =>
        new()
        {
            Id = "case" + number.ToString("D12", CultureInfo.InvariantCulture),
            SubmissionId = submission.Id,
            Source = submission.Source,
            SeizureDate = new(new(2023, 1, 1), DatePrecision.Year),
            Seizures =
            [
                new()
                {
                    Id = "item" + number.ToString("D12", CultureInfo.InvariantCulture),
                    Row = number + 1,
                    RecordProfile = "NONE",
                    CompletenessScore = 0,
                },
            ],
        };

    /// <summary>A case in which every property says something, with the texts that are hard to keep: quotes, semicolons, accents, empty, long.</summary>
    public static Case Full(int number, Submission submission) =>
        Bare(number, submission) with
        {
            CaseRef = "ES/2024-0017;b",
            Tokens = [new("container", "60e4b7ee424042ad30dc7f533d592d9f"), new("vessel", "2e0533fa12273400e9d480abfba8c1bc")],
            RepeatsCaseRef = true,
            ReportingCountry = new("ES", "España"),
            ReportingService = new("CUSTOMS", "Aduanas \"Vigilancia\""),
            SeizureDate = new(new(2024, 2, 29), DatePrecision.Day),
            ReportedDate = new(2024, 3, 4),
            Country = new("PT", null),
            Admin1 = new(NonValue.Unmapped, "Ilha; Terceira"),
            PlaceName = "Praia da Vitória",
            Unlocode = new("PTPRV", ""),
            Latitude = 38.733333333333334,
            Longitude = -27.066666666666666,
            PlaceType = new("SEAPORT", "porto"),
            BorderContext = new("AT_BCP", "posto"),
            Direction = new("IMPORT", "entrada"),
            TrafficType = new("CARGO", "carga"),
            CustomsProcedure = new("TRANSIT", "T1"),
            DeclarationStatus = new("UNDECLARED", "não declarado"),
            Legs =
            [
                new(LegRole.Origin, new("CO", "Colômbia"), new("COCTG", "Cartagena")),
                new(LegRole.Departure, new("EC", null), default),
                new(LegRole.Transit, new(NonValue.Unknown, "?"), new(NonValue.Unmapped, "high sea")),
                new(LegRole.Discovery, new("PT", null), default),
                new(LegRole.Destination, default, new("NLRTM", "R'dam")),
            ],
            Conveyance = new(new("11", "navio"), new("CONTAINER_SHIP", "porta-contentores"), new("LR", "Libéria")),
            Concealments =
            [
                new(new("3.4", "no interior; atrás"), new("PURPOSE_BUILT", "fundo falso"), new("PROFESSIONAL", "boa")),
                new(default, new(NonValue.Withheld, null), default),
            ],
            CoverGoods = "bananas",
            Detection = new(
                new("RISK_PROFILE", "perfil"),
                [new("XRAY", "raio X"), new("DOG", null), new(NonValue.Unmapped, "cheiro; forte")]
            ),
            RiskIndicators = [new("NEW_TRADER", "novo")],
            Narrative = new string('n', 5000) + " 漢字 \u0001 🚢",
            PersonsIntercepted = 0,
            Nationalities = [new("BR", null), new("CO", null)],
            Disposition = new("SEIZED", "apreendido"),
            Prosecution = new("OPENED", "aberto"),
            Conviction = new("PENDING", "pendente"),
            TraceStatus = new("REQUESTED", "pedido"),
            Marking = Marking.AmberStrict,
            Handling = [new("H1", "sem tribunal"), new("H2", "")],
            Operation = "OP-77",
            AlertRef = "AL-5",
            Seizures = [FullItem(number, 0), FullItem(number, 1)],
        };

    public static async IAsyncEnumerable<SubmissionChunk> Chunks(params Case[] cases)
    {
        foreach (Case each in cases)
        {
            yield return new([each], [], []);
            await Task.Yield();
        }
    }

    /// <summary>Saves bare cases, one a chunk.</summary>
    public static Task SaveBareAsync(this ISubmissionStore store, Submission submission, int from, int count, CancellationToken stop) =>
        store.SaveSubmissionAsync(
            submission,
            Chunks([.. Enumerable.Range(from, count).Select(n => Bare(n, submission))]),
            () => Report(submission, count),
            stop
        );

    private static Seizure FullItem(int number, int item) =>
        new()
        {
            Id = $"full{number:D8}-{item}",
            Row = 17 + item,
            Heading = new("H08", "armas"),
            Product = new("pistol", "pistola"),
            Quantity = new(12345678901234567890.123456789m, "H87"),
            QuantityText = "12 345 pistolas",
            Quantity2 = new(0.0000000000000000001m, "KGM"),
            Value = new(1999.90m, "EUR"),
            HsCode = new("930200", "9302.00"),
            Brand = "ACME \\ \"1\"",
            Species = new("Loxodonta africana", "elefante"),
            Authenticity = new("GENUINE", "verdadeiro"),
            FirearmType = new("PISTOL", "semi"),
            FirearmMake = "Star",
            FirearmModel = "B",
            Calibre = new("9X19", "9mm"),
            SerialNumberCount = 3,
            SerialHashes = ["0123456789abcdef0123456789abcdef", $"{number:x16}{item:x16}"],
            DenialGrounds = [new("A2_EXPIRED", "caducada"), new("C_UNMARKED", null)],
            CountryOfManufacture = new("ES", "feito em Espanha"),
            ImportMarks = [new("US", "U.S."), new("DE", null)],
            MarkingStatus = new("OBLITERATED", "raspado"),
            IsExactDuplicate = true,
            OutlierFlags = ["QTY_EXTREME", "DATE_FUTURE"],
            RecordProfile = "STD",
            CompletenessScore = 93,
        };
}
