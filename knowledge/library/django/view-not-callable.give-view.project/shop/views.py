from django.views import View


class Items(View):
    pass
