namespace Sluice.Benchmarks;

/// <summary>A uid, a name and six string attributes: the object that the figures of this project are about.</summary>
[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person(
    [Uid] string Id,
    [Name] string Login,
    string? Mail,
    string? GivenName,
    string? FamilyName,
    string? Telephone,
    string? Department,
    string? EmployeeNumber)
{
    public static Person Number(int number) => new(
        $"p{number}", $"login{number}", $"login{number}@mail.example", $"Given{number}", $"Family{number}", $"+00 {number}", $"D{number % 40}", $"{number}");
}
