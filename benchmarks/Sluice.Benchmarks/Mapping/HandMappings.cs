namespace Sluice.Benchmarks;

/// <summary>The mappings of the objects, as one writes them by hand.</summary>
public static class HandMappings
{
    private static readonly HandMadeShape PairShape = new("pair", ["__UID__", "__NAME__"]);
    private static readonly HandMadeShape PersonShape = new(
        ObjectClasses.Account,
        ["__UID__", "__NAME__", "mail", "givenName", "familyName", "telephone", "department", "employeeNumber"]);
    private static readonly HandMadeShape PersonThree = new(ObjectClasses.Account, ["__UID__", "__NAME__", "mail"]);
    private static readonly HandMadeShape ProfileShape = new(
        "profile",
        [
            "__UID__", "__NAME__",
            "a03", "a04", "a05", "a06", "a07", "a08", "a09", "a10",
            "a11", "a12", "a13", "a14", "a15", "a16", "a17", "a18",
            "a19", "a20", "a21", "a22", "a23", "a24", "a25", "a26",
            "a27", "a28", "a29", "a30", "a31", "a32", "a33", "a34",
            "a35", "a36", "a37", "a38", "a39", "a40",
        ]);
    private static readonly HandMadeShape ProfileThree = new("profile", ["__UID__", "__NAME__", "a03"]);

    public static HandMapping<Pair> Pair { get; } = new(
        static pair => new(PairShape, [pair.Id, pair.Login]),
        static pair => new(PairShape, [pair.Id, pair.Login]),
        static source => new(Text(source, 0)!, Text(source, 1)!));

    public static HandMapping<Person> Person { get; } = new(
        static person => new(PersonShape, [person.Id, person.Login, person.Mail, person.GivenName, person.FamilyName, person.Telephone, person.Department, person.EmployeeNumber]),
        static person => new(PersonThree, [person.Id, person.Login, person.Mail]),
        static source => new(
            Text(source, 0)!, Text(source, 1)!, Text(source, 2), Text(source, 3), Text(source, 4), Text(source, 5), Text(source, 6), Text(source, 7)));

    public static HandMapping<Profile> Profile { get; } = new(
        static profile => new(
            ProfileShape,
            [
                profile.Id, profile.Login,
                profile.A03, profile.A04, profile.A05, profile.A06, profile.A07, profile.A08, profile.A09, profile.A10,
                profile.A11, profile.A12, profile.A13, profile.A14, profile.A15, profile.A16, profile.A17, profile.A18,
                profile.A19, profile.A20, profile.A21, profile.A22, profile.A23, profile.A24, profile.A25, profile.A26,
                profile.A27, profile.A28, profile.A29, profile.A30, profile.A31, profile.A32, profile.A33, profile.A34,
                profile.A35, profile.A36, profile.A37, profile.A38, profile.A39, profile.A40,
            ]),
        static profile => new(ProfileThree, [profile.Id, profile.Login, profile.A03]),
        static source => new(
            Text(source, 0)!, Text(source, 1)!,
            Text(source, 2), Text(source, 3), Text(source, 4), Text(source, 5), Text(source, 6), Text(source, 7), Text(source, 8), Text(source, 9),
            Text(source, 10), Text(source, 11), Text(source, 12), Text(source, 13), Text(source, 14), Text(source, 15), Text(source, 16), Text(source, 17),
            Text(source, 18), Text(source, 19), Text(source, 20), Text(source, 21), Text(source, 22), Text(source, 23), Text(source, 24), Text(source, 25),
            Text(source, 26), Text(source, 27), Text(source, 28), Text(source, 29), Text(source, 30), Text(source, 31), Text(source, 32), Text(source, 33),
            Text(source, 34), Text(source, 35), Text(source, 36), Text(source, 37), Text(source, 38), Text(source, 39)));

    private static string? Text(HandMadeObject source, int slot) => (string?)source.Values[slot];
}
