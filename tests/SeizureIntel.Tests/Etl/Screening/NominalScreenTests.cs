using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

public sealed class NominalScreenTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("Full Name")]
    [InlineData("suspect_name")]
    [InlineData("DriverName")]
    [InlineData("passport_no")]
    [InlineData("DOB")]
    [InlineData("phone")]
    [InlineData("e-mail")]
    [InlineData("Nombre")]
    [InlineData("Apellidos")]
    [InlineData("nombre del conductor")]
    [InlineData("Nome completo")]
    [InlineData("Telefone")]
    [InlineData("Nom")]
    [InlineData("Prénom")]
    [InlineData("Nachname")]
    [InlineData("Geburtsdatum")]
    [InlineData("Nazwisko")]
    [InlineData("Imię")]
    [InlineData("Фамилия")]
    [InlineData("Имя")]
    [InlineData("Номер паспорта")]
    [InlineData("Adı Soyadı")]
    [InlineData("姓名")]
    [InlineData("护照号码")]
    [InlineData("الاسم")]
    [InlineData("رقم الجواز")]
    [InlineData("owner")]
    [InlineData("license plate")]
    public void A_column_named_like_a_person_a_document_or_a_conveyance_is_dropped(string header)
    {
        NominalScreen screen = Of(header, ColumnRole.Unmapped);
        Assert.Single(screen.DroppedColumns);
        ScreenedRow row = screen.Screen(new RawRow(2, ["anything"]));
        Assert.Null(row.Refusal);
        Assert.Equal([""], row.Cells);
    }

    [Theory]
    [InlineData("place_name")]
    [InlineData("firearm_make")]
    [InlineData("DRUG_NAME")]
    [InlineData("Product name")]
    [InlineData("persons_intercepted")]
    [InlineData("number of suspects")]
    [InlineData("sender_country")]
    [InlineData("nationalities")]
    [InlineData("CLASE DE ESTUPEFACIENTE")]
    [InlineData("case_ref")]
    [InlineData("vessel_type")]
    [InlineData("国家名称")]
    [InlineData("嫌疑人数")]
    public void A_column_of_things_counts_or_places_stays(string header) => Assert.Empty(Of(header, ColumnRole.Unmapped).DroppedColumns);

    [Fact]
    public void No_column_of_the_exchange_template_is_dropped()
    {
        // Domain rules, 1.10.
        string[] columns = (
            "case_ref reporting_country reporting_service seizure_date date_precision country admin1 place_name unlocode latitude "
            + "longitude place_type border_context "
            + "direction traffic_type customs_procedure declaration_status heading product quantity unit quantity_2 unit_2 value "
            + "currency hs_code brand species authenticity "
            + "origin_country departure_country transit_countries destination_country departure_place destination_place "
            + "mode_of_transport conveyance_type flag_country "
            + "concealment concealment_how concealment_level cover_goods selection_basis detection_technique risk_indicators narrative "
            + "firearm_type firearm_make firearm_model calibre serial_numbers country_of_manufacture import_marks marking_status "
            + "persons_intercepted nationalities "
            + "disposition prosecution conviction trace_status marking handling operation alert_ref reported_date"
        ).Split(' ');
        Assert.Empty(
            new NominalScreen(Shipped.Screening, columns, [.. columns.Select(_ => ColumnRole.Unmapped)], (_, _) => true).DroppedColumns
        );
    }

    [Fact]
    public void Nombre_is_a_name_in_spanish_and_a_count_in_french()
    {
        Assert.Single(
            new NominalScreen(Shipped.Screening, ["Nombre", "Fecha"], [ColumnRole.Unmapped, ColumnRole.Unmapped], (_, _) =>
                true
            ).DroppedColumns
        );
        Assert.Empty(
            new NominalScreen(
                Shipped.Screening,
                ["Nombre", "Pays", "Unité"],
                [ColumnRole.Unmapped, ColumnRole.Unmapped, ColumnRole.Unmapped],
                (_, _) => true
            ).DroppedColumns
        );
    }

    [Theory]
    [InlineData(ColumnRole.Unmapped)]
    [InlineData(ColumnRole.Ignored)]
    [InlineData(ColumnRole.Coded)]
    [InlineData(ColumnRole.Typed)]
    public void A_person_in_a_structured_cell_refuses_the_row_and_keeps_no_cell(ColumnRole role)
    {
        ScreenedRow row = Of("remarks", role).Screen(new RawRow(7, ["Mr John Smith"]));
        Assert.Equal(new ScreenRefusal(0, NominalKind.PersonName), row.Refusal);
        Assert.Equal(7, row.Number);
        Assert.Empty(row.Cells);
        Assert.Empty(row.Actions);
    }

    [Theory]
    [InlineData("John Smith", NominalKind.PersonName)]
    [InlineData("Smith, John", NominalKind.PersonName)]
    [InlineData("Jean-Luc Delacroix", NominalKind.PersonName)]
    [InlineData("Кузнецов Дмитрий Сергеевич", NominalKind.PersonName)]
    [InlineData("a.b@example.org", NominalKind.Email)]
    [InlineData("+34 612 345 678", NominalKind.Phone)]
    [InlineData("passport AB1234567", NominalKind.Passport)]
    [InlineData("44051401359", NominalKind.NationalId)]
    [InlineData("DE89370400440532013000", NominalKind.Iban)]
    [InlineData("4111111111111111", NominalKind.CardNumber)]
    [InlineData("badge 4711", NominalKind.Officer)]
    public void Person_number_financial_and_officer_cells_refuse(string cell, NominalKind kind) =>
        Assert.Equal(kind, Of("x1", ColumnRole.Unmapped).Screen(new RawRow(2, [cell])).Refusal?.Kind);

    [Theory]
    [InlineData("lorry 1234 BCD", "lorry", NominalKind.PlateOrVin)]
    [InlineData("container CSQU3054383", "container", NominalKind.VesselOrContainer)]
    [InlineData("Example Trading GmbH", "", NominalKind.Company)]
    [InlineData("12 High Street, Leeds", "Leeds", NominalKind.Address)]
    [InlineData("flight BA117", "flight", NominalKind.QuasiIdentifier)]
    public void Conveyances_companies_addresses_and_details_leave_the_cell_and_the_row_stays(string cell, string left, NominalKind kind)
    {
        ScreenedRow row = Of("x1", ColumnRole.Unmapped).Screen(new RawRow(2, [cell]));
        Assert.Null(row.Refusal);
        Assert.Equal([left], row.Cells);
        Assert.Equal([new ScreenedCell(0, kind, ScreenAction.Dropped)], row.Actions);
    }

    [Theory]
    [InlineData("Michael Kors")]
    [InlineData("JOHN PLAYER SPECIAL")]
    [InlineData("Dr. Martens")]
    public void A_trade_mark_that_reads_like_a_name_stays(string cell) =>
        Assert.Equal([cell], Of("x1", ColumnRole.Unmapped).Screen(new RawRow(2, [cell])).Cells);

    // Check digits as in the masking tests: ISO 6346's own example, 49 CFR 565's, and words that announce a number.
    [Theory]
    [InlineData("Rotterdam CSQU3054383", "Rotterdam")]
    [InlineData("1M8GDM9AXKP042788", "")]
    [InlineData("IMO 9074729", "IMO")]
    [InlineData("passport AB1234567", null)]
    [InlineData("born 12/04/1983", null)]
    [InlineData("4111 1111 1111 1111", null)]
    [InlineData("111.444.777-35", null)]
    [InlineData("PRESIDENTE FRANCO", "PRESIDENTE FRANCO")]
    [InlineData("MT CARMEL", "MT CARMEL")]
    [InlineData("BR-116 KM 1234", "BR-116 KM 1234")]
    [InlineData("San Juan 1234 5678", "San Juan 1234 5678")]
    public void A_place_keeps_its_titles_and_digits_but_no_number_of_a_box_a_vehicle_or_a_person(string cell, string? left)
    {
        ScreenedRow row = Of("place_name", ColumnRole.Place).Screen(new RawRow(2, [cell]));
        Assert.Equal(left is null, row.Refusal is not null);
        Assert.Equal(left is null ? [] : [left], row.Cells);
    }

    [Fact]
    public void Free_text_is_masked_and_the_row_stays()
    {
        ScreenedRow row = Of("narrative", ColumnRole.FreeText).Screen(new RawRow(2, ["driver John Smith had 2 kg"]));
        Assert.Null(row.Refusal);
        Assert.Equal(["driver [name] had 2 kg"], row.Cells);
        Assert.Equal([new ScreenedCell(0, NominalKind.PersonName, ScreenAction.Masked)], row.Actions);
    }

    [Theory]
    [InlineData("PRESIDENTE FRANCO")]
    [InlineData("San Juan de los Morros")]
    [InlineData("DOÑA ANA")]
    [InlineData("General Roca")]
    [InlineData("LETICIA (CT)")]
    [InlineData("Km 12345678")]
    public void In_a_place_titles_and_numbers_prove_no_person(string place)
    {
        ScreenedRow row = Of("place_name", ColumnRole.Place).Screen(new RawRow(2, [place]));
        Assert.Null(row.Refusal);
        Assert.Equal([place], row.Cells);
    }

    [Theory]
    [InlineData("Calle Mayor 12, 28013 Madrid", "Madrid")]
    [InlineData("12 High Street, Leeds", "Leeds")]
    [InlineData("Hauptstraße 5, 50667 Köln", "Köln")]
    [InlineData("Calle 45 # 23-10", "")]
    public void A_street_address_is_cut_to_its_town(string place, string town)
    {
        ScreenedRow row = Of("place_name", ColumnRole.Place).Screen(new RawRow(2, [place]));
        Assert.Null(row.Refusal);
        Assert.Equal([town], row.Cells);
        Assert.Equal(NominalKind.Address, Assert.Single(row.Actions).Kind);
    }

    [Fact]
    public void A_cell_that_parses_is_not_screened_and_each_different_cell_is_asked_once()
    {
        var asked = new List<string>();
        bool Parses(int column, string cell)
        {
            asked.Add(cell);
            return decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
        }

        var screen = new NominalScreen(Shipped.Screening, ["quantity"], [ColumnRole.Typed], Parses);
        Assert.Null(screen.Screen(new RawRow(2, ["44051401359"])).Refusal);
        Assert.Null(screen.Screen(new RawRow(3, ["44051401359"])).Refusal);
        Assert.NotNull(screen.Screen(new RawRow(4, ["tel. +34 612 345 678"])).Refusal);
        Assert.Equal(["44051401359", "tel. +34 612 345 678"], asked);
    }

    [Fact]
    public void Cells_beyond_the_header_are_screened_too() =>
        Assert.NotNull(Of("a", ColumnRole.Coded).Screen(new RawRow(2, ["x", "a.b@example.org"])).Refusal);

    [Fact]
    public void A_list_of_roles_of_another_length_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new NominalScreen(Shipped.Screening, ["a", "b"], [ColumnRole.Coded], (_, _) => true));

    [Fact]
    public void No_place_of_the_real_files_refuses_its_row()
    {
        string? path = Received.Shared("unodc_ids_2011_2016/dev_2011_2013.csv.gz");
        Assert.SkipWhen(path is null, Received.Skip);
        using FileStream stream = File.OpenRead(path);
        using RawFile file = FileIntake.Open(stream, "x", new IntakeOptions());
        int place = file.Columns.ToList().IndexOf("PLACE");
        var screen = new NominalScreen(Shipped.Screening, ["PLACE"], [ColumnRole.Place], (_, _) => true);
        Assert.DoesNotContain(file.Rows, r => screen.Screen(new RawRow(r.Number, [r.Cells[place]])).Refusal is not null);
    }

    private static NominalScreen Of(string header, ColumnRole role) => new(Shipped.Screening, [header], [role], (_, _) => false);
}
