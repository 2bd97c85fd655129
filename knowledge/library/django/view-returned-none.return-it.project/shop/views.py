from django.http import HttpResponse


def items(request):
    if "all" in request.GET:
        return HttpResponse("all")
    else:
        HttpResponse("none")  # yet
