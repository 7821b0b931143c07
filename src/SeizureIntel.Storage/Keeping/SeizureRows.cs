using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Keeping;

/// <summary>A seizure into its row and back.</summary>
internal static class SeizureRows
{
    public static void Fill(SeizureRow row, Seizure from, long caseNumber, int item)
    {
        row.CaseNumber = caseNumber;
        row.Item = item;
        row.Id = from.Id;
        row.Row = from.Row;
        (row.Quantity, row.Unit) = (from.Quantity?.Value, from.Quantity?.Unit);
        row.QuantityText = from.QuantityText;
        (row.Quantity2, row.Unit2) = (from.Quantity2?.Value, from.Quantity2?.Unit);
        (row.Value, row.Currency) = (from.Value?.Value, from.Value?.Unit);
        row.Brand = from.Brand;
        row.FirearmMake = from.FirearmMake;
        row.FirearmModel = from.FirearmModel;
        row.SerialNumbers = from.SerialNumberCount;
        (row.DenialGround, row.DenialGroundText) = (Written.Codes(from.DenialGrounds), Written.Texts(from.DenialGrounds));
        (row.ImportMarks, row.ImportMarksText) = (Written.Codes(from.ImportMarks), Written.Texts(from.ImportMarks));
        row.ExactDuplicate = from.IsExactDuplicate;
        row.OutlierFlags = Written.Words(from.OutlierFlags);
        row.RecordProfile = from.RecordProfile;
        row.CompletenessScore = from.CompletenessScore;
        (row.Heading, row.HeadingText) = (Written.Code(from.Heading), from.Heading.Text);
        (row.Product, row.ProductText) = (Written.Code(from.Product), from.Product.Text);
        (row.HsCode, row.HsCodeText) = (Written.Code(from.HsCode), from.HsCode.Text);
        (row.Species, row.SpeciesText) = (Written.Code(from.Species), from.Species.Text);
        (row.Authenticity, row.AuthenticityText) = (Written.Code(from.Authenticity), from.Authenticity.Text);
        (row.FirearmType, row.FirearmTypeText) = (Written.Code(from.FirearmType), from.FirearmType.Text);
        (row.Calibre, row.CalibreText) = (Written.Code(from.Calibre), from.Calibre.Text);
        (row.CountryOfManufacture, row.CountryOfManufactureText) = (
            Written.Code(from.CountryOfManufacture),
            from.CountryOfManufacture.Text
        );
        (row.MarkingStatus, row.MarkingStatusText) = (Written.Code(from.MarkingStatus), from.MarkingStatus.Text);
    }

    /// <param name="row">The row.</param>
    /// <param name="serialHashes">What lies of it in a table of its own.</param>
    public static Seizure Read(SeizureRow row, IReadOnlyList<string> serialHashes) =>
        new()
        {
            Id = row.Id,
            Row = (int)row.Row,
            Quantity = Written.ReadQuantity(row.Quantity, row.Unit),
            QuantityText = row.QuantityText,
            Quantity2 = Written.ReadQuantity(row.Quantity2, row.Unit2),
            Value = Written.ReadQuantity(row.Value, row.Currency),
            Brand = row.Brand,
            FirearmMake = row.FirearmMake,
            FirearmModel = row.FirearmModel,
            SerialNumberCount = (int?)row.SerialNumbers,
            SerialHashes = serialHashes,
            DenialGrounds = Written.ReadMany(row.DenialGround, row.DenialGroundText),
            ImportMarks = Written.ReadMany(row.ImportMarks, row.ImportMarksText),
            IsExactDuplicate = row.ExactDuplicate,
            OutlierFlags = Written.ReadWords(row.OutlierFlags),
            RecordProfile = row.RecordProfile,
            CompletenessScore = (int)row.CompletenessScore,
            Heading = Written.Read(row.Heading, row.HeadingText),
            Product = Written.Read(row.Product, row.ProductText),
            HsCode = Written.Read(row.HsCode, row.HsCodeText),
            Species = Written.Read(row.Species, row.SpeciesText),
            Authenticity = Written.Read(row.Authenticity, row.AuthenticityText),
            FirearmType = Written.Read(row.FirearmType, row.FirearmTypeText),
            Calibre = Written.Read(row.Calibre, row.CalibreText),
            CountryOfManufacture = Written.Read(row.CountryOfManufacture, row.CountryOfManufactureText),
            MarkingStatus = Written.Read(row.MarkingStatus, row.MarkingStatusText),
        };
}
